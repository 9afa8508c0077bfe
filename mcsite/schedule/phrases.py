"""The phrases of a ``when:`` sentence: which days, what times, how often, how long, and what is left out.

They may stand in any order; each is found by one reader below. What is not understood is said, never passed over.
``sentence`` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time, timedelta

from mcsite.diagnostics import Misread
from mcsite.schedule import vocabulary as say
from mcsite.schedule.day_phrases import DayPhrase, take_days, take_month
from mcsite.schedule.rhythm import rhythm
from mcsite.schedule.rule import Rule
from mcsite.schedule.scanner import Scanner
from mcsite.schedule.vocabulary import Wording
from mcsite.schedule.words import nearest_words
from mcsite.source.durations import duration as read_duration
from mcsite.source.times import times_of_day

EXAMPLE = "Tuesdays 6pm-6:45pm from 6 Jan 2026 for 12 weeks, not 17 Feb"

_LONGEST = 1_000
"""Characters: no sentence is longer, and hostile text is not looked at."""

_NO_DAY = rf"(?!\d|(?: of)? {say.MONTH}|[-/.]\d)"
"""In "10:00 to 15 March" the 15 is a day."""
_HOUR = r"\d{1,2}(?:[:.]\d{2}|h\d{2}|h\b)?(?: ?[ap]\.?m\b\.?)?"
_WORD = r"noon|midday|midnight"
_TELLING = rf"(?:\d{{1,2}}(?:[:.]\d{{2}}|h\d{{2}}|h\b)(?: ?[ap]\.?m\b\.?)?|\d{{1,2}} ?[ap]\.?m\b\.?|{_WORD})"
"""A time that cannot be anything else."""
_BETWEEN = r"\s*(?:-|–|—|to|until|till|and)\s*"

_TIMES = Wording(
    rf"(?:(?:at|from|between|@) )?(?P<range>(?:{_HOUR}|{_WORD}){_BETWEEN}{_TELLING}|{_TELLING}{_BETWEEN}(?:{_HOUR}{_NO_DAY}|{_WORD})"
    rf"|\d{{1,2}}\s*(?:-|–|—)\s*\d{{1,2}})|(?:(?:at|from|@) )?(?P<one>{_TELLING})|(?:at|@) (?P<bare>\d{{1,2}})"
)
_NOT = Wording(r"(?:but )?(?:not|except|excepting|excluding|without|skip|skipping|apart from|no (?:session|class|meeting)s?)(?: for)?(?: on)?")
_FROM = Wording(r"(?:from|starting(?: on| from)?|starts(?: on)?|beginning(?: on)?|begins(?: on)?|since|as of|on)")
_UNTIL = Wording(r"(?:until|till|til|to|through|up to|ending(?: on)?|ends(?: on)?|-|–|—)")
_HELD = Wording(
    rf"(?:for )?(?P<count>{say.NUMBER}|\d{{4,6}}) (?:times|sessions|occasions|meetings|classes|evenings|mornings|afternoons)"
    r"|(?P<many>\d{1,4})x|x ?(?P<by>\d{1,4})"
)
_SPAN = Wording(rf"(?:for|over) (?P<count>{say.NUMBER}) (?P<unit>day|week|month|year)s?")
_LASTING = Wording(
    r"(?:for |lasting )?(?P<length>(?:an hour and a half|half an hour|an hour|one hour|two hours)\b|\d{1,3}h\d{2}"
    r"|\d{1,3}(?:[.,]\d{1,2})? ?(?:hours?|hrs?|h|minutes?|mins?|min)\b(?:(?: and)? \d{1,2} ?(?:minutes?|mins?|min|m)\b)?)"
)
_AND = Wording(r"(?:and|or|&|nor)")
_FILLER = Wording(r"(?:and|all day|inclusive|in total|only|each time)")


@dataclass(slots=True)
class Parts:
    """What has been found in a sentence so far: ``clock`` holds times or ranges of them, ``span`` is like (12, ``week``)."""

    rule: Rule | None = None
    days: tuple[DayPhrase, ...] = ()
    until: DayPhrase | None = None
    clock: list[tuple[time, time | None]] = field(default_factory=list)
    length: timedelta | None = None
    span: tuple[int, str] | None = None
    held: int | None = None
    excluded: list[DayPhrase] = field(default_factory=list)


def parts_of(text: str) -> Parts:
    """Every part of a sentence. Raises ``Misread``: E350 not understood, E354 the same thing said twice, and what the readers of days and times raise."""
    if len(text) > _LONGEST:
        raise Misread("E350", "this is too long for a sentence about dates", f"write for example: {EXAMPLE}")
    scanner, parts = Scanner(text), Parts()
    _read(scanner, parts)
    if scanner.rest:
        raise _not_understood(scanner)
    return parts


def _read(scanner: Scanner, parts: Parts) -> None:
    """As far as it is understood."""
    while scanner.rest and any(reader(scanner, parts) for reader in _READERS):
        pass


def _excluded(scanner: Scanner, parts: Parts) -> bool:
    begin = scanner.at
    if not scanner.take(_NOT):
        return False
    found = _list_of_days(scanner)
    parts.excluded += found
    if not found:
        scanner.at = begin
    return bool(found)


def _list_of_days(scanner: Scanner) -> list[DayPhrase]:
    """Days with commas and "and" between them; an "and" after which no day follows is left for others."""
    found: list[DayPhrase] = []
    while more := take_days(scanner) or take_month(scanner):
        found += more
        before_and = scanner.at
        scanner.take(_AND)
        if not (_peek(take_days, scanner) or _peek(take_month, scanner)):
            scanner.at = before_and
            break
    return found


def _peek(take: Callable[[Scanner], tuple[DayPhrase, ...]], scanner: Scanner) -> bool:
    begin = scanner.at
    found = take(scanner)
    scanner.at = begin
    return bool(found)


def _held(scanner: Scanner, parts: Parts) -> bool:
    found = scanner.take(_HELD)
    if found:
        _once("how many sessions there are", parts.held)
        parts.held = say.number(found["count"] or found["many"] or found["by"])
    return bool(found)


def _span(scanner: Scanner, parts: Parts) -> bool:
    found = scanner.take(_SPAN)
    if found:
        _once("how long the series goes on", parts.span)
        parts.span = (say.number(found["count"]), found["unit"].casefold())
    return bool(found)


def _lasting(scanner: Scanner, parts: Parts) -> bool:
    found = scanner.take(_LASTING)
    if found:
        _once("how long a session lasts", parts.length)
        parts.length = read_duration(found["length"])
    return bool(found)


def _until(scanner: Scanner, parts: Parts) -> bool:
    begin = scanner.at
    found = take_days(scanner) if scanner.take(_UNTIL) else ()
    if len(found) != 1 or found[0].is_range:
        scanner.at = begin
        return False
    _once("when it ends", parts.until)
    parts.until = found[0]
    return True


def _from(scanner: Scanner, parts: Parts) -> bool:
    begin = scanner.at
    if scanner.take(_FROM) and _days(scanner, parts):
        return True
    scanner.at = begin
    return False


def _days(scanner: Scanner, parts: Parts) -> bool:
    found = take_days(scanner)
    if found:
        _once("on which day it begins", parts.days, "write several days together, for example: 4, 11 and 18 January 2027, 18:00-18:45")
        parts.days = found
    return bool(found)


def _times(scanner: Scanner, parts: Parts) -> bool:
    found = scanner.take(_TIMES)
    if found:
        parts.clock.append(times_of_day((found["range"] or found["one"] or found["bare"]).casefold().replace("and", "to")))
    return bool(found)


def _rhythm(scanner: Scanner, parts: Parts) -> bool:
    found = rhythm(scanner)
    if found:
        _once("how often it repeats", parts.rule)
        parts.rule = found
    return bool(found)


def _filler(scanner: Scanner, _: Parts) -> bool:
    return bool(scanner.take(_FILLER))


def _once(what: str, already: object, advice: str = f"say it once, for example: {EXAMPLE}") -> None:
    if already:
        raise Misread("E354", f"the sentence says twice {what}", advice)


_NOT_IN_A_SENTENCE = (
    (
        Wording(
            r"(?:(?:but )?(?:not|except|excluding|without|until|till|during|in)(?: \w+)? )?(?:bank|public|school|half|term|easter|christmas|summer|holiday)"
        ),
        "name the days themselves, for example: not 5 Apr 2027; or give them in site.md under 'closed', for all series",
    ),
    (
        Wording(r"(?:ongoing|for ?ever|open[- ]ended|indefinitely|no end|confirmed)"),
        "say how far the dates are certain on a line of its own: confirmed_until: 2026-06-30",
    ),
    (Wording(r"(?:plus|also|and also|as well as|extra)"), "write further sessions on a line of their own: extra: [2026-04-07 18:00]"),
    (Wording(r"but (?:on|at|the)"), "write what differs on a line of its own: moved: {2026-03-03: 2026-03-04 19:00}, or changed: …"),
    (Wording(r"\("), "leave out the brackets; a reason can stand in a line of its own: skip: {2026-02-17: half-term}"),
)
"""What people also say of dates, and where to say it."""

_READERS = (_excluded, _held, _span, _lasting, _until, _from, _days, _times, _rhythm, _filler)


def _not_understood(scanner: Scanner) -> Misread:
    before = f"after '{scanner.read}', " if scanner.read else ""
    return Misread("E350", f"{before}'{scanner.rest}' is not understood", _how_to_say(scanner))


def _how_to_say(scanner: Scanner) -> str:
    """Another spelling, or how to say what a sentence cannot, or an example."""
    for pattern, advice in _NOT_IN_A_SENTENCE:
        if pattern.compiled.match(scanner.rest):
            return advice
    better = nearest_words(scanner.text)
    return f"did you mean '{better}'?" if better != scanner.text and _is_understood(better) else f"write for example: {EXAMPLE}"


def _is_understood(text: str) -> bool:
    scanner = Scanner(text)
    try:
        _read(scanner, Parts())
    except Misread:
        return False
    return not scanner.rest
