import re

from mcsite.schedule.scanner import Scanner

WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def test_it_reads_a_word_and_what_parts_it_from_the_next() -> None:
    scanner = Scanner("  Tuesdays ,  weekly. ")
    assert scanner.take(WORD)
    assert (scanner.read, scanner.rest) == ("Tuesdays", "weekly")
    assert scanner.take(WORD)
    assert (scanner.read, scanner.rest) == ("Tuesdays , weekly", "")


def test_it_never_stops_inside_a_word() -> None:
    scanner = Scanner("weekly")
    assert scanner.take(re.compile("week")) is None
    assert scanner.rest == "weekly"


def test_nothing_is_not_a_match() -> None:
    assert Scanner("weekly").take(re.compile("x*")) is None
