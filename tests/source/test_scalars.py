import pytest

from mcsite.source.files import SourceFile
from mcsite.source.frontmatter import read
from mcsite.source.scalars import scalar

TEXTS = [
    "Swap",
    "Yoga: slow",
    "Room #4",
    "- item",
    "it's",
    "'quoted'",
    "“quoted”",
    "null",
    "~",
    "a, b",
    "[x]",
    "{x",
    "100%",
    "@home",
    "18:30",
    "no",
    "x:",
    "# x",
    "* x *",
    "!",
    "a #b",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_read_as_it_was(text):
    front = f"---\nplain: {scalar(text)}\nlist: [{scalar(text, inside=True)}, b]\ngroup: {{a: {scalar(text, inside=True)}}}\n---\n"
    found = read(SourceFile("content/events/a.md", "event", "a", front.encode()))
    assert found.diagnostics == ()
    assert found.document is not None
    assert found.document.fields == {"plain": text, "list": [text, "b"], "group": {"a": text}}


def test_nothing_is_quoted_without_need():
    assert [scalar(text) for text in ("Swap", "18:30", "Bread, butter")] == ["Swap", "18:30", "Bread, butter"]
