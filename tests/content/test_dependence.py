"""What a file may depend on has another digest when it is another thing, and only then."""

from dataclasses import replace

import pytest

from mcsite.content.dependence import Dependence, digest
from mcsite.content.links import Index
from mcsite.content.options import Options
from mcsite.model.library import AssetFile
from mcsite.source.document import Document
from mcsite.source.files import Found, SourceFile

EVENT = SourceFile("content/events/a.md", "event", "a", b"a")
VENUE = SourceFile("content/venues/b.md", "venue", "b", b"b")
DOCUMENT = Document("content/events/a.md", "event", "a", {"title": "A", "tags": "x"})
ASSET = AssetFile("assets/c.pdf", "0" * 64, 1, "/home/c.pdf")
FOUND = Found((EVENT, VENUE), (ASSET,), ())


def dependence(found=FOUND, documents=(DOCUMENT,), base_url=None, held=None):
    index = Index({document.path: document for document in documents}, held=held or {})
    return Dependence(found, Options(None, base_url, drafts=False), index)


def of_all(one):
    return one.surroundings, one.neighbours, one.titles, one.places


def changed(one):
    return [before != after for before, after in zip(of_all(dependence()), of_all(one), strict=True)]


@pytest.mark.parametrize(
    ("one", "which"),
    [
        (dependence(replace(FOUND, files=(replace(EVENT, data=b"other"), VENUE))), [False, False, False, False]),
        (dependence(replace(FOUND, files=(EVENT, replace(VENUE, data=b"other")))), [True, False, False, False]),
        (dependence(replace(FOUND, assets=(replace(ASSET, digest="1" * 64),))), [True, False, False, False]),
        (dependence(replace(FOUND, assets=(replace(ASSET, source="/srv/c.pdf"),))), [False, False, False, True]),
        (dependence(base_url="https://example.org/"), [True, False, False, False]),
        (dependence(documents=(Document("content/events/a.md", "event", "a", {"title": "B", "tags": "x"}),)), [False, False, True, False]),
        (dependence(documents=(Document("content/events/a.md", "event", "a", {"title": "A", "tags": "y"}),)), [False, True, True, False]),
        (dependence(held={"content/events/d.md": "it is a draft"}), [False, True, True, False]),
    ],
)
def test_what_changes_is_another_dependence(one, which):
    assert changed(one) == which


def test_equal_values_have_equal_digests_however_they_are_put_together():
    word = "ab"
    assert digest((word, word)) == digest(("ab", b"ab".decode()))
