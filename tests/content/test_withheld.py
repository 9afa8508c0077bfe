import pytest

from mcsite.content.withheld import published_assets
from mcsite.model.library import AssetFile
from mcsite.source.document import Document

FILES = tuple(AssetFile(f"assets/{name}", "0a1b", 1, name) for name in ("a.svg", "b.svg", "c d.svg"))
DRAFT = Document("content/events/draft.md", "event", "draft", {"image": "b.svg", "title": "Draft"}, body="![Plan](c%20d.svg)")


def _published(shown=(), held=()):
    return [file.path for file in published_assets(FILES, shown, held)]


def test_what_only_a_draft_speaks_of_waits_with_it():
    assert _published(held=[DRAFT]) == ["assets/a.svg"]


@pytest.mark.parametrize("fields", [{"image": "b.svg"}, {"files": ["b.svg"]}, {"organiser": {"logo": "b.svg"}}])
def test_what_a_published_file_speaks_of_too_does_not_wait(fields):
    assert "assets/b.svg" in _published([Document("content/pages/p.md", "page", "p", fields)], [DRAFT])


def test_what_nobody_speaks_of_is_published():
    assert _published() == ["assets/a.svg", "assets/b.svg", "assets/c d.svg"]


def test_the_picture_of_somebody_without_a_page_waits():
    assert "assets/a.svg" not in _published([Document("content/people/ben.md", "person", "ben", {"public": "no", "image": "a.svg"})])
