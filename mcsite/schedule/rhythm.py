"""How often something happens, in English: ``every 2 weeks``, ``Tuesdays and Thursdays``, ``monthly on the last Friday``.

Each reader below takes one way of saying it. What it leaves open (``weekly``: on which day?) is left open in the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mcsite.diagnostics import Misread
from mcsite.schedule import vocabulary as say
from mcsite.schedule.rule import Rule, Weekday
from mcsite.schedule.scanner import Scanner
from mcsite.schedule.vocabulary import Wording

Reader = Callable[[Scanner], Rule | None]

_WORKDAYS = tuple(Weekday(0, day) for day in range(5))

_TWO_MEANINGS = {
    "week": ("twice a week", "every 2 weeks", "write every 2 weeks, or name the days: every Tuesday and Thursday"),
    "month": ("twice a month", "every 2 months", "write every 2 months, or name the days: monthly on the 1st and 15th"),
    "year": ("twice a year", "every 2 years", "write every 2 years, or every 6 months"),
}
_AMBIGUOUS = Wording(r"(?:every )?bi[- ]?(?P<unit>week|month|year|annual)(?:ly)?")
_EVERY_THIRD = Wording(rf"every (?P<nth>third|fourth|fifth|3rd|4th|5th) (?P<day>{say.WEEKDAY})")

_SINGLE_WORDS = {
    "daily": ("DAILY", 1), "weekly": ("WEEKLY", 1), "fortnightly": ("WEEKLY", 2), "monthly": ("MONTHLY", 1), "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1), "annually": ("YEARLY", 1),
}  # fmt: skip
_UNITS = {
    "day": ("DAILY", 1), "week": ("WEEKLY", 1), "fortnight": ("WEEKLY", 2), "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3), "year": ("YEARLY", 1),
}  # fmt: skip
_SINGLE_WORD = Wording("|".join(_SINGLE_WORDS))
_EVERY_UNIT = Wording(rf"(?:every|each|once (?:a|an|every)) (?:(?P<step>{say.NUMBER}|other|{say.ORDINAL}) )?(?P<unit>{'|'.join(_UNITS)})s?")

_EVERY_OTHER_WEEKDAY = Wording(rf"(?:every (?:other|second|2nd|alternate)|alternate) (?P<days>{say.several(say.WEEKDAY)})")
_PLAIN_WEEKDAYS = Wording(rf"(?:on )?(?:(?:every|each) )?(?P<days>{say.WEEKDAY_LIST})")
_NTH = Wording(rf"(?:on )?(?:every )?(?:the )?(?P<days>{say.NTH_LIST})")
_NTH_WORKDAY = Wording(rf"(?:on )?(?:the )?(?P<nth>{say.ORDINAL}) (?:weekday|working day|workday)")
_LAST_DAY = Wording(r"(?:on )?(?:the )?last day")
_MONTH_DAYS = Wording(rf"(?:on )?(?:the )?(?:days? )?(?P<days>{say.several(say.DAY_NUMBER)})")
_ON_DAY = Wording(rf"(?:(?:on )?(?:the )?days? |on the )(?P<days>{say.several(say.DAY_NUMBER)})")
_OF_THE_MONTH = Wording(r"(?:of|in) (?:the|each|every|a) month")
_ON_DATE = Wording(
    rf"(?:on )?(?:the )?(?:(?P<day>{say.DAY_NUMBER})(?: of)? (?P<month>{say.MONTH})|(?P<month2>{say.MONTH}) (?P<day2>{say.DAY_NUMBER}))(?!,? \d)"
)
_NTH_OF_MONTH = Wording(rf"(?:on )?(?:the )?(?P<nth>{say.ORDINAL}) (?P<day>{say.WEEKDAY}) (?:of|in) (?P<month>{say.MONTH})")


def rhythm(scanner: Scanner) -> Rule | None:
    """The rhythm that stands here, or ``None``, and nothing read. Raises ``Misread`` E331 for words with two meanings."""
    for reader in (_refuse_two_meanings, _nth_of_the_month, _by_unit, _every_other_weekday, _by_nth, _on_day, _weekly_on):
        begin = scanner.at
        found = reader(scanner)
        if found:
            return found
        scanner.at = begin
    return None


def _refuse_two_meanings(scanner: Scanner) -> Rule | None:
    found = scanner.take(_AMBIGUOUS)
    if found:
        one, other, help_ = _TWO_MEANINGS[found["unit"].casefold().replace("annual", "year")]
        raise Misread("E331", f"'{found[0]}' can mean {one} or {other}", help_)
    begin = scanner.at
    third = scanner.take(_EVERY_THIRD)
    if third and not scanner.take(_OF_THE_MONTH):
        nth, day = third["nth"].casefold(), third["day"].capitalize()
        weeks = say.ordinal(nth)
        message = f"'{third[0]}' can mean the {nth} {day} of every month, or {day} every {weeks} weeks"
        raise Misread("E331", message, f"write monthly on the {nth} {day}, or every {weeks} weeks on {day}")
    scanner.at = begin
    return None


def _nth_of_the_month(scanner: Scanner) -> Rule | None:
    """``first and third Monday of the month``, ``the 15th of every month``, ``last day of the month``."""
    rule = _days_of_month(scanner)
    return rule if rule and scanner.take(_OF_THE_MONTH) else None


def _by_unit(scanner: Scanner) -> Rule | None:
    """``daily``, ``every 2 weeks on Tuesday``, ``monthly on the last Friday``, ``yearly on 14 March``."""
    unit = _unit(scanner)
    if unit is None:
        return None
    frequency, interval = unit
    details = {"WEEKLY": _weekly_on, "MONTHLY": _days_of_month, "YEARLY": _day_of_year}
    detail = details[frequency](scanner) if frequency in details else None
    if frequency == "MONTHLY" and detail:
        scanner.take(_OF_THE_MONTH)
    return replace(detail or Rule(frequency=frequency), interval=interval)


def _unit(scanner: Scanner) -> tuple[str, int] | None:
    word = scanner.take(_SINGLE_WORD)
    if word:
        return _SINGLE_WORDS[word[0].casefold()]
    found = scanner.take(_EVERY_UNIT)
    if not found:
        return None
    frequency, times = _UNITS[found["unit"].casefold()]
    return frequency, times * _step(found["step"])


def _step(text: str | None) -> int:
    """``every 2 weeks``, ``every other week``, ``every third week``; 0 weeks or the last week make no sense and are refused."""
    if text is None:
        return 1
    plain = text.casefold()
    step = 2 if plain == "other" else say.ordinal(plain) if re.fullmatch(say.ORDINAL, plain) else say.number(plain)
    if step < 1:
        raise Misread("E330", f"'every {text}' is not a rhythm", "write for example every 2 weeks")
    return step


def _every_other_weekday(scanner: Scanner) -> Rule | None:
    """``every other Tuesday``; ``every second Thursday`` too, unless "of the month" follows."""
    found = scanner.take(_EVERY_OTHER_WEEKDAY)
    return Rule(frequency="WEEKLY", interval=2, weekdays=say.weekdays(found["days"])) if found else None


def _by_nth(scanner: Scanner) -> Rule | None:
    """``first Monday``, ``every last Friday``: of the month, what else."""
    found = scanner.take(_NTH)
    return Rule(frequency="MONTHLY", weekdays=say.nth_weekdays(found["days"])) if found else None


def _on_day(scanner: Scanner) -> Rule | None:
    """``on day 31``, ``on the 15th``: of every month."""
    found = scanner.take(_ON_DAY)
    return Rule(frequency="MONTHLY", month_days=say.month_days(found["days"])) if found else None


def _weekly_on(scanner: Scanner) -> Rule | None:
    """``Tuesdays``, ``on Tuesday and Thursday``, ``every weekday``, ``Monday to Friday``."""
    found = scanner.take(_PLAIN_WEEKDAYS)
    return Rule(frequency="WEEKLY", weekdays=say.weekdays(found["days"])) if found else None


def _days_of_month(scanner: Scanner) -> Rule | None:
    nth = scanner.take(_NTH)
    if nth:
        return Rule(frequency="MONTHLY", weekdays=say.nth_weekdays(nth["days"]))
    workday = scanner.take(_NTH_WORKDAY)
    if workday:
        return Rule(frequency="MONTHLY", weekdays=_WORKDAYS, positions=(say.ordinal(workday["nth"]),))
    if scanner.take(_LAST_DAY):
        return Rule(frequency="MONTHLY", month_days=(-1,))
    days = scanner.take(_MONTH_DAYS)
    return Rule(frequency="MONTHLY", month_days=say.month_days(days["days"])) if days else None


def _day_of_year(scanner: Scanner) -> Rule | None:
    nth = scanner.take(_NTH_OF_MONTH)
    if nth:
        return Rule(frequency="YEARLY", months=(say.month_number(nth["month"]),), weekdays=(Weekday(say.ordinal(nth["nth"]), say.weekday(nth["day"])),))
    on = scanner.take(_ON_DATE)
    if not on:
        return None
    day, month = on["day"] or on["day2"], on["month"] or on["month2"]
    return Rule(frequency="YEARLY", months=(say.month_number(month),), month_days=say.month_days(day))
