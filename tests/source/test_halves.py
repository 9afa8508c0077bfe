import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.source.files import SourceFile
from mcsite.source.frontmatter import read
from mcsite.source.halves import Halves, conflict, halves


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: A\n---\nText.\n", Halves(0, "title: A", "Text.", 4)),
        ("\n\n---\ntitle: A\n---\n\n\nText.\n\n", Halves(2, "title: A", "Text.", 8)),
        ("----  \ntitle: A\n...\n", Halves(0, "title: A", "", 4)),
        ("---\n---", Halves(0, "", "", 3)),
        ("title: A\n---\nText", None),
        ("---\ntitle: A", None),
        ("", None),
        ("---\ntitle: A\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", None),
    ],
)
def test_a_text_is_divided_at_the_first_two_lines_of_hyphens(text, found):
    assert halves(text) == found


def test_a_conflict_is_more_than_one_line():
    assert conflict(["a", "<<<<<<< a", "b", ">>>>>>> c"]) == 1
    assert conflict(["<<<<<<< a", "b"]) is None


@given(st.lists(st.sampled_from(["---", "title: A", "", "  ", "...", "Text", "----", "<<<<<<< a", ">>>>>>> b", "\u00a0", "a: [1"]), max_size=9).map("\n".join))
def test_what_is_read_is_divided_in_the_same_way(text):
    document, found = read(SourceFile("content/pages/a.md", "page", "a", text.encode())).document, halves(text)
    if document is not None:
        assert found is not None
        assert (document.body, document.origin.body_line) == (found.body, found.body_line)
