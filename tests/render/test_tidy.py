import pytest

from mcsite.render.tidy import tidy, tidy_line


def test_every_sort_of_line_end_becomes_one():
    assert tidy("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\ufffe", "\uffff"])
def test_what_cannot_be_written_is_left_out(letter):
    assert tidy(f"a{letter}b") == "ab"


@pytest.mark.parametrize("text", ["tab\tstays", "é", "\N{ROCKET}", "\u202bmark\u202c", "e\u0301", "a\u00adb"])
def test_everything_else_stays(text):
    assert tidy(text) == text


def test_a_line_has_single_spaces():
    assert tidy_line("  a \n b\t\tc\xa0 ") == "a b c"


def test_a_line_that_needs_no_tidying_is_what_tidying_makes_of_it():
    for letter in map(chr, range(0x3100)):
        for text in (f"a{letter}b", f"{letter}a", f"a {letter}", f"{letter}{letter}"):
            assert tidy_line(text) == tidy_line(f"  {text}"), "two spaces before it always need tidying"


def test_the_space_that_the_french_set_before_a_colon_stays():
    assert tidy_line("Annulé\u202f: \n Yoga") == "Annulé\u202f: Yoga"
