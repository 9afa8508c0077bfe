"""Front matter as people type it: each trap of YAML is repaired or explained, at its line and column."""

from itertools import pairwise

import pytest
from written import fields, said, written


@pytest.mark.parametrize(
    "value",
    [
        "18:30",
        "10:30",
        "1:30:00",
        "no",
        "NO",
        "on",
        "0123456",
        "02134",
        "1e3",
        "1.10",
        "2026-03-04",
        "2026-02-30",
        "2026-03-04 18:30:00",
        "18:30-20:00",
        "0x1f",
        "1_000",
        ".inf",
        "+44 20 7946 0018",
    ],
)
def test_scalars_are_read_as_typed(value):
    assert fields(f"key: {value}") == {"key": value}


@pytest.mark.parametrize("key", ["on", "no", "yes", "null", "1", "18:30"])
def test_keys_are_read_as_typed(key):
    assert fields(f'"{key}": x') == {key: "x"}


def test_nothing_is_none():
    assert fields("a:\nb: null\nc: ~\nd: ''\ne: []") == {"a": None, "b": None, "c": None, "d": "", "e": []}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Neck: an evening", "Neck: an evening"),
        ("Desk pain: what helps:", "Desk pain: what helps:"),
        ("'It's great'", "It's great"),
        ('"The "best" hour"', 'The "best" hour'),
        ('"C:\\Users\\anna"', "C:\\Users\\anna"),
        ("'Neck' and shoulders", "'Neck' and shoulders"),
        ("@maya", "@maya"),
        ("%50", "%50"),
        ("`a`", "`a`"),
        ("*bold*", "*bold*"),
        ("*bold* and more", "*bold* and more"),
        ("> a quote", "> a quote"),
        ("| a pipe", "| a pipe"),
        ("- a dash", "- a dash"),
        ("[Free] yoga", "[Free] yoga"),
        ("{Free} yoga", "{Free} yoga"),
        ("]", "]"),
        ("“Neck: an evening”", "Neck: an evening"),
    ],
)
def test_text_with_signs_is_quoted_for_its_author(value, meant):
    read = written(f"---\nkind: event\ntitle: {value}  # a remark\n---\n")
    assert read.document is not None
    assert read.document.fields == {"kind": "event", "title": meant}
    (note,) = read.diagnostics
    assert (note.code, note.span.line, note.span.column, note.span.length) == ("W104", 3, 8, len(value))
    mended = note.help.removeprefix("put quotes around the text: ")
    assert fields(mended) == {"title": meant}


@pytest.mark.parametrize("line", ["title:Neck", "title :Neck", "title：Neck", "title： Neck"])  # noqa: RUF001 - a colon of another width is the trap
def test_a_missing_blank_is_put_in(line):
    for before in ("", "venue: hall\n"):
        read = written(f"---\n{before}{line}\n---\n")
        assert read.document is not None
        assert read.document.fields["title"] == "Neck"
        assert [note.code for note in read.diagnostics] == ["W105"]
        assert read.document.origin.places["title",][1:] == (line.index("N") + 1, 4)


def test_several_lines_are_mended_in_one_reading():
    read = written("---\ntitle: Neck: an evening\nvenue:hall\nsummary: 'It's great'\n---\n")
    assert read.document is not None
    assert read.document.fields == {"title": "Neck: an evening", "venue": "hall", "summary": "It's great"}
    assert [(note.span.line, note.code) for note in read.diagnostics] == [(2, "W104"), (3, "W105"), (4, "W104")]


@pytest.mark.parametrize(("value", "meant"), [("Room #4", "Room #4"), ("#1 workshop", "#1 workshop"), ("Class #3 # a remark", "Class #3 # a remark")])
def test_a_number_sign_is_no_remark(value, meant):
    read = written(f"---\ntitle: {value}\n---\n")
    assert read.document is not None
    assert read.document.fields == {"title": meant}
    assert said(f"---\ntitle: {value}\n---\n") == [f"2:8+{len(value)} W106"]


def test_a_remark_is_no_text():
    assert fields("# venue: hall\ntitle: Neck # the name\n#venue: hall\nhosts: # who\n  - anna") == {"title": "Neck", "hosts": ["anna"]}
    assert fields("title: 'Room #4'\ntag: a#b") == {"title": "Room #4", "tag": "a#b"}


@pytest.mark.parametrize("quoted", ["“Neck”", "„Neck“", "\u2018Neck\u2019", "«Neck»", "”Neck”"])
def test_curly_quotes_are_left_out_with_a_note(quoted):
    text = f"---\ntitle: {quoted}\ntags: [{quoted}]\n---\n"
    read = written(text)
    assert read.document is not None
    assert read.document.fields == {"title": "Neck", "tags": ["Neck"]}
    assert said(text) == ["2:8+6 W103", "3:8+6 W103"]


def test_curly_quotes_inside_a_text_stay():
    assert fields("title: The “best” hour\nsummary: “One” and “two”") == {"title": "The “best” hour", "summary": "“One” and “two”"}


def test_blanks_of_other_sorts_are_blanks():
    assert fields("title:\u00a0Neck\nvenue\u00a0: \u00a0hall\nhosts:\n\u00a0 -\u00a0anna") == {"title": "Neck", "venue": "hall", "hosts": ["anna"]}
    assert fields("title:\tNeck\t\nvenue:\t\thall # x") == {"title": "Neck", "venue": "hall"}


def test_a_tab_at_the_beginning_is_named():
    assert said("---\ntitle: Neck\nprices:\n\t- 5\n---\n") == ["4:1+1 E118"]
    assert said("---\ntitle: Neck\n\tvenue: hall\n---\n") == ["3:1+1 E118"]


def test_a_key_given_twice_names_both_lines():
    (note,) = written("---\ntitle: A\nvenue: hall\ntitle: B\n---\n").diagnostics
    assert (note.code, note.span.line) == ("E113", 4)
    assert "line 2" in note.message


def test_a_key_given_twice_inside_an_entry_is_found_too():
    assert said("---\nprices:\n  - name: A\n    name: B\n---\n") == ["4:5+4 E113"]


@pytest.mark.parametrize(
    ("front_matter", "place"),
    [
        ("a: &x b", "2:4+4"), ("a: *x", "2:4+2"), ("a: !x b", "2:4+4"), ("a: !!python/object/apply:os.system [ls]", "2:4+33"),
        ("<<: {b: c}", "2:1+2"), ("a: {<<: x}", "2:5+2"),
        ("*x : b", "2:1+2"), ("&x a: b", "2:1+4"), ("!x a: b", "2:1+4"),
    ],
)  # fmt: skip
def test_tags_anchors_aliases_and_merge_keys_are_refused(front_matter, place):
    assert said(f"---\n{front_matter}\n---\n") == [f"{place} E114"]


def test_a_bomb_of_aliases_does_not_go_off():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]", *(f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]" for before, key in pairwise("abcdefghi"))]
    assert {note.code for note in written("---\n" + "\n".join(lines) + "\n---\n").diagnostics} == {"E114"}


@pytest.mark.parametrize("text", ["[" * 30_000, "{a: " * 10_000, "- " * 15_000 + "x", "? " * 15_000 + "x"])
def test_nesting_has_a_limit(text):
    (note,) = written(f"---\n{text}\n---\n").diagnostics
    assert note.code in ("E115", "E124")
    assert written("---\n" + "a:\n- " + "- " * 6 + "x\n---\n").document is not None


def test_front_matter_has_a_limit():
    assert said("---\n" + "a: b\n" * 20_000 + "---\n") == ["1:1+3 E116"]


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("title Neck\nvenue: hall", "2:1+10 E119"),
        ("venue: hall\ntitle Neck", "3:1+10 E119"),
        ("title: Neck\n venue: hall", "3:1+1 E125"),
        ("  title: Neck\nvenue: hall", "3:1+1 E125"),
        ("title: 'Neck\nvenue: hall", "2:8+5 E121"),
        ('title: "Neck\nvenue: hall', "2:8+5 E121"),
        ("tags: [neck, back\nvenue: hall", "2:7+11 E123"),
        ("tags: {neck: back\nvenue: hall", "2:7+11 E123"),
        ("prices: [{name: Neck: x}]", "2:21+5 E123"),
        ("[a, b]: x", "2:1+1 E124"),
        ("- a\n- b", "2:1+1 E112"),
        ("just a sentence", "2:1+1 E112"),
        ("a: 1\n--- b", "3:1+5 E119"),
        ("%x: y", "2:1+5 E119"),
        ("venue: hall\n- anna", "3:1+6 E119"),
        ('a: "\\0"', "2:4+4 E122"),
    ],
)
def test_what_cannot_be_mended_is_explained_at_its_place(front_matter, expected):
    assert said(f"---\n{front_matter}\n---\n") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\n",
        "# Stretch\n",
        "title: Neck\nvenue: hall\n",
        "title: Neck\n---\nText",
        "+++\ntitle = 'x'\n+++\n",
        "---js\nx\n---\n",
        "{\n}\n",
        "—\ntitle: x\n—\n",
        "<html>",
        "***\ntitle: x\n***",
    ],
)
def test_a_file_without_opening_hyphens_is_explained(text):
    read = written(text)
    assert read.document is None
    assert [note.code for note in read.diagnostics] == ["E110"]
    assert read.diagnostics[0].help


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("---\ntitle: Neck\nvenue: hall\n\nA body.\n", "below line 3"),
        ("---\ntitle: Neck\n ---\nA body.\n", "line 3 is ' ---'"),
        ("---\ntitle: Neck\n–––\nA body.\n", "line 3 is '–––'"),
        ("---", "below line 1"),
    ],
)
def test_front_matter_without_end_is_an_error_and_never_published(text, advice):
    read = written(text)
    assert read.document is None
    (note,) = read.diagnostics
    assert note.code == "E111"
    assert advice in note.help


def test_a_merge_conflict_is_named_wherever_it_is():
    assert said("---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\n") == ["2:1+12 E117"]
    assert said("---\ntitle: A\n---\n\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> other\n") == ["5:1+12 E117"]
    assert said("---\ntitle: A\n---\n\nHeading\n=======\n") == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("---\ntitle: Café\n---\n".encode("cp1252"), "2:11+1 E103"),
        ("---\ntitle: Café\n---\n".encode("utf-16"), "0:0+1 E103"),
        ("---\ntitle: Stretch\n---\n".encode("utf-16-le"), "0:0+1 E103"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "0:0+1 E102"),
        (b"PK\x03\x04 a Word document", "0:0+1 E102"),
        (b"{\\rtf1 Stretch}", "0:0+1 E102"),
        (b"---\ntitle: a\x00b\n---\n", "0:0+1 E102"),
        (b"---\ntitle: a\x07b\n---\n", "2:9+1 E122"),
        (b"---\ntitle: a\n---\n\nBody \x1b[31m\n", "5:6+1 E122"),
    ],
)
def test_a_file_that_is_not_plain_text_is_explained(data, code):
    assert written(data).document is None
    assert said(data) == [code]


def test_a_byte_order_mark_and_line_ends_of_other_systems_are_no_matter():
    expected = {"title": "Neck", "tags": ["a", "b"]}
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["---", "title: Neck", "tags:", "- a", "- b", "---", "", "First", "Second"])
        read = written(b"\xef\xbb\xbf" + text.encode())
        assert read.document is not None
        assert read.document.fields == expected
        assert read.document.body == "First\nSecond"
        assert read.document.origin.body_line == 8
        assert read.diagnostics == ()


def test_blank_lines_above_the_front_matter_are_no_matter():
    read = written("\n \n---\ntitle: Neck\n---\nBody")
    assert read.document is not None
    assert read.document.origin.places["title",] == (4, 8, 4)
    assert read.document.origin.body_line == 6
