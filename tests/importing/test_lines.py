import pytest

from mcsite.importing.lines import Line, content_lines
from mcsite.importing.remarks import Remarks


def lines(data: bytes) -> list[Line]:
    return list(content_lines(data, Remarks()))


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(line.name, line.text) for line in lines(data)]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_lines_are_unfolded_whatever_ends_them(end):
    assert texts(end.join([b"SUMMARY:One", b"  and", b"\t two", b"UID:a", b""])) == [("SUMMARY", "One and two"), ("UID", "a")]


def test_a_fold_inside_a_letter_is_no_obstacle():
    assert texts(b"SUMMARY:Caf" + b"\xc3\r\n \xa9") == [("SUMMARY", "Café")]


@pytest.mark.parametrize("data", ["SUMMARY:Café".encode("utf-8-sig"), "SUMMARY:Café".encode("utf-16"), "SUMMARY:Café".encode("latin-1")])
def test_other_encodings_are_read(data):
    assert texts(data) == [("SUMMARY", "Café")]


def test_it_is_said_when_a_text_is_not_utf_8():
    remarks = Remarks()
    list(content_lines(b"SUMMARY:Caf\xe9\r\nLOCATION:Caf\xe9", remarks))
    assert len(remarks.general) == 1


def test_escapes_are_resolved():
    assert texts(rb"SUMMARY:a\, b\; c\\n\nd") == [("SUMMARY", "a, b; c\\n\nd")]


def test_parameters_may_hold_colons_and_quotes_that_do_not_close():
    (good, broken) = lines(b'DTSTART;TZID="(UTC-05:00) Eastern";X=1:20260106T180000\nATTENDEE;CN="Ann:mailto:ann@x.org')
    assert (good.parameters, good.value) == ({"TZID": "(UTC-05:00) Eastern", "X": "1"}, "20260106T180000")
    assert broken.name == "ATTENDEE"


def test_text_with_bare_line_ends_stays_together():
    assert texts(b"DESCRIPTION:One\nNote: bring a mat\n\nand water\nSUMMARY:Swap") == [
        ("DESCRIPTION", "One\nNote: bring a mat\n\nand water"),
        ("SUMMARY", "Swap"),
    ]


def test_quoted_printable_of_the_last_century_is_read():
    assert texts(b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 and=\r\nmore") == [("SUMMARY", "Café andmore")]


def test_small_letters_are_as_good_as_capitals():
    assert texts(b"summary:Swap") == [("SUMMARY", "Swap")]


def test_rubbish_behind_a_rule_is_no_part_of_it():
    assert texts(b"RRULE:FREQ=WEEKLY\nrubbish\nSUMMARY:Swap") == [("RRULE", "FREQ=WEEKLY"), ("SUMMARY", "Swap")]
