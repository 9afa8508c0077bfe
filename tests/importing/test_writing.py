from mcsite.importing.writing import document
from mcsite.source.files import SourceFile
from mcsite.source.frontmatter import read

FIELDS = {
    "title": "Yoga: 'slow' #1, [really]",
    "few": ["a, b", "c"],
    "many": ["1", "2: x", "3", "- 4"],
    "flow": {"2026-01-06": "2026-01-07 18:00"},
    "block": {f"2026-01-0{day}": {"title": "Swap: more, and {more}", "end": "19:00"} for day in range(1, 6)},
    "null": "null",
    "quoted": "“all of it”",
}


def test_whatever_is_written_is_read_again():
    found = read(SourceFile("content/events/a.md", "event", "a", document(FIELDS, "Come.\n").encode()))
    assert found.diagnostics == ()
    assert found.document is not None
    assert (found.document.fields, found.document.body) == (FIELDS, "Come.")


def test_few_things_stand_on_one_line():
    text = document(FIELDS, "")
    assert "few: ['a, b', c]\n" in text
    assert "many:\n  - 1\n" in text
    assert text.endswith("---\n")
