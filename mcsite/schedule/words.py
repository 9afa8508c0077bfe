"""``repeat:`` in words, or as a raw RFC 5545 rule."""

from __future__ import annotations

import re
from datetime import date, datetime

from mcsite.diagnostics import Misread
from mcsite.schedule.rhythm import rhythm
from mcsite.schedule.rule import Rule, parse_rule, spelled_out
from mcsite.schedule.scanner import Scanner
from mcsite.schedule.vocabulary import known_words
from mcsite.source.nearest import nearest

EXAMPLES = "weekly, every 2 weeks, every Tuesday and Thursday, weekdays, monthly on the last Friday, monthly on the 15th, yearly"

_RAW = re.compile(r"\s*(?:RRULE\s*:|FREQ\s*=)", re.IGNORECASE)
_LONGEST = 1_000
"""Characters: no rhythm is longer, and hostile text is not looked at."""


def rule_of(text: str, start: date | datetime) -> str:
    """The RRULE value that ``repeat:`` means, its days taken from ``start`` where the words leave them open.

    Raises ``Misread``: E330 not understood, E331 two meanings, E332 not a rule of RFC 5545, E333 more often than daily.
    """
    if len(text) > _LONGEST:
        raise Misread("E330", "this is too long to be a rhythm", f"write for example {EXAMPLES}")
    if _RAW.match(text):
        return str(_daily_or_slower(parse_rule(text)))
    scanner = Scanner(text)
    rule = rhythm(scanner)
    if rule is None or scanner.rest:
        raise _not_understood(scanner)
    return str(spelled_out(rule, start))


def nearest_words(text: str) -> str:
    """The text with every unknown word replaced by the known one that looks most like it."""
    known = known_words()
    return re.sub(r"[^\W\d]{3,}", lambda found: found[0] if found[0].casefold() in known else nearest(found[0], known) or found[0], text)


def _daily_or_slower(rule: Rule) -> Rule:
    if not rule.daily_or_slower:
        message = f"an event may repeat daily or less often, not {rule.frequency}"
        raise Misread("E333", message, "for several sessions a day write, for instance, RRULE:FREQ=DAILY;BYHOUR=9,10,11")
    return rule


def _not_understood(scanner: Scanner) -> Misread:
    better = nearest_words(scanner.text)
    understood = Scanner(better)
    message = f"after '{scanner.read}', '{scanner.rest}' is not understood" if scanner.read else f"'{scanner.text}' is not a rhythm that can be understood"
    if better != scanner.text and rhythm(understood) and not understood.rest:
        return Misread("E330", message, f"did you mean '{better}'?")
    return Misread("E330", message, f"write for example {EXAMPLES}")
