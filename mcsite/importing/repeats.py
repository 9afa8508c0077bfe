"""A rule as an editor would say it, where the words mean exactly the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import islice

from mcsite.diagnostics import Misread
from mcsite.schedule.echo import rule_words
from mcsite.schedule.rrule import TooBusyError, dates
from mcsite.schedule.rule import Rule, parse_rule, spelled_out
from mcsite.schedule.words import rule_of

_COMPARED = 400
"""Dates by which words are compared with their rule: more than an odd case of a calendar takes to come round."""


def repeat_words(rule: Rule, start: datetime) -> str:
    """What to write behind ``repeat:`` for a rule without its end: ``every Tuesday``, or else ``RRULE:…``."""
    plain = spelled_out(replace(rule, count=None, until=None), start)
    words = rule_words(plain)
    return words if not words.startswith("RRULE:") and _means(words, plain, start) else f"RRULE:{plain}"


def _means(words: str, rule: Rule, start: datetime) -> bool:
    try:
        read = parse_rule(rule_of(words, start))
        return list(islice(dates(read, start, "UTC"), _COMPARED)) == list(islice(dates(rule, start, "UTC"), _COMPARED))
    except (Misread, TooBusyError):
        return False
