import pytest

from mcsite.source.located import Located, Unparsable
from mcsite.source.mending import explained, mended, smoothed


@pytest.mark.parametrize(
    "line",
    [
        "title: Neck",
        "title: 'Neck: an evening'",
        "tags: [a, b]",
        "  - anna",
        "summary: |",
        "summary: >-",
        "url: https://example.org",
        "- https://example.org",
        "title:",
        "",
        "# x: y: z",
    ],
)
def test_a_line_that_yaml_reads_is_left_alone(line):
    assert mended(line) is None


@pytest.mark.parametrize(
    ("line", "repaired", "column", "length"),
    [
        ("title: Neck: an evening", "title: 'Neck: an evening'", 8, 16),
        ("title: Neck: an evening  # remark", "title: 'Neck: an evening'  # remark", 8, 16),
        ("  - name: Deep: slow", "  - name: 'Deep: slow'", 11, 10),
        ("  - @maya", "  - '@maya'", 5, 5),
        ("title: Anna's: place", 'title: "Anna\'s: place"', 8, 13),
        ("title:Neck", "title: Neck", 7, 4),
        ("start:18:30", "start: 18:30", 7, 5),
    ],
)
def test_a_line_is_mended_and_the_value_keeps_its_place(line, repaired, column, length):
    mend = mended(line)
    assert mend is not None
    assert (mend.line, mend.column, mend.length) == (repaired, column, length)


@pytest.mark.parametrize("line", ["title: 'Neck", 'title: "Neck', "tags: [a, b", "tags: {a: b"])
def test_a_line_whose_end_is_missing_is_not_guessed(line):
    assert mended(line) is None


def test_blanks_are_smoothed_without_moving_anything():
    text = "title:\u00a0Neck\t # x\n\u00a0 - a\nbody: one\u00a0word\n\tb: c"
    assert smoothed(text) == "title: Neck  # x\n  - a\nbody: one\u00a0word\n\tb: c"
    assert len(smoothed(text)) == len(text)


def explanation(text: str) -> tuple[int, str]:
    with pytest.raises(Unparsable) as caught:
        Located(text)
    why = explained(caught.value, text.split("\n"))
    return why.line, why.misread.code


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: b\n\tc: d", 1, "E118"),
        ("a: 'b\nc: d", 0, "E121"),
        ("a: [b\nc: d", 0, "E123"),
        ("a: b\n c: d", 1, "E125"),
        ("a: b\nc", 1, "E119"),
        ("title Neck\na: b", 0, "E119"),
    ],
)
def test_what_cannot_be_mended_is_explained_where_it_is(text, line, code):
    assert explanation(text) == (line, code)
