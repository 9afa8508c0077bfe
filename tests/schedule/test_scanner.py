from mcsite.schedule.scanner import Scanner
from mcsite.schedule.vocabulary import Wording

WORD = Wording(r"[a-z]+")


def test_it_reads_a_word_and_what_parts_it_from_the_next() -> None:
    scanner = Scanner("  Tuesdays ,  weekly. ")
    assert scanner.take(WORD)
    assert (scanner.read, scanner.rest) == ("Tuesdays", "weekly")
    assert scanner.take(WORD)
    assert (scanner.read, scanner.rest) == ("Tuesdays , weekly", "")


def test_it_never_stops_inside_a_word() -> None:
    scanner = Scanner("weekly")
    assert scanner.take(Wording("week")) is None
    assert scanner.rest == "weekly"


def test_nothing_is_not_a_match() -> None:
    assert Scanner("weekly").take(Wording("x*")) is None
