"""Short ways of writing schedules and of showing what they expand to."""

from datetime import date, datetime, timedelta
from typing import Any

from mcsite.model.schedule import Day, Days, Schedule
from mcsite.schedule.expand import Expansion, expand


def day(text: str) -> Day:
    """A local time, or a day."""
    return datetime.fromisoformat(text) if " " in text else date.fromisoformat(text)


def off(text: str, reason: str = "") -> Days:
    """``2026-02-17`` or ``2026-04-01..2026-04-14``."""
    first, _, last = text.partition("..")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first), reason)


def schedule(start: str = "2026-01-06 18:00", rule: str = "FREQ=WEEKLY", minutes: int = 45, timezone: str = "Europe/London", **fields: Any) -> Schedule:
    """A series on Tuesdays in London, unless something else is said; days and times as text."""
    for name in ("until", "confirmed_until"):
        if name in fields:
            fields[name] = date.fromisoformat(fields[name])
    for name in ("skip", "closed"):
        fields[name] = tuple(off(*([given] if isinstance(given, str) else given)) for given in fields.get(name, ()))
    fields["cancelled"] = tuple((day(which), reason) for which, reason in fields.get("cancelled", {}).items())
    fields["moved"] = tuple((day(which), day(target)) for which, target in fields.get("moved", {}).items())
    fields["changed"] = tuple((day(which), change) for which, change in fields.get("changed", {}).items())
    fields["extra"] = tuple(day(which) for which in fields.get("extra", ()))
    return Schedule(start=day(start), timezone=timezone, duration=timedelta(minutes=minutes), rule=rule, **fields)


def keys(expansion: Expansion) -> list[str]:
    return [occurrence.key for occurrence in expansion.occurrences]


def starts(expansion: Expansion) -> list[str]:
    return [occurrence.when.iso_start for occurrence in expansion.occurrences]


def codes(expansion: Expansion) -> list[str]:
    return [problem.code for problem in expansion.problems]


def sound(**fields: Any) -> Expansion:
    """What a schedule without any problem expands to."""
    expansion = expand(schedule(**fields))
    assert expansion.problems == ()
    return expansion


def problem(**fields: Any) -> tuple[tuple[str, ...], str]:
    """Where the only problem of a schedule is, and its code."""
    (found,) = expand(schedule(**fields)).problems
    return found.way, found.code
