"""The types of which forms are made: each a Python type with the reader that understands what was typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated

from mcsite.diagnostics import Misread
from mcsite.model.lateness import LONGEST
from mcsite.model.schedule import Days
from mcsite.source import addresses, answers, colours, counts, durations, languages, lists, moments, money, pages, places, texts, zones
from mcsite.source.form import reads, understands
from mcsite.source.raw import Raw, text_of

Line = Annotated[str, reads(texts.line)]
Paragraphs = Annotated[str, reads(texts.paragraphs)]
Slug = Annotated[str, reads(texts.slug)]
LastingName = Annotated[str, reads(texts.lasting_name)]
Uid = Annotated[str, reads(texts.uid)]
AssetPath = Annotated[str, reads(texts.asset_path)]
WebAddress = Annotated[str, reads(addresses.web_address)]
SiteAddress = Annotated[str, reads(addresses.site_address)]
MailAddress = Annotated[str, reads(addresses.mail_address)]
Telephone = Annotated[str, reads(addresses.telephone)]
YesOrNo = Annotated[bool, reads(answers.yes_or_no)]
People = Annotated[int, reads(answers.whole_number(1, 100_000))]
Letters = Annotated[int, reads(answers.whole_number(1, 100_000))]
Times = Annotated[int, reads(answers.whole_number(1, 2_000))]
Sequence = Annotated[int, reads(answers.whole_number(0, 1_000_000))]
Months = Annotated[int, reads(answers.whole_number(0, 1_200))]
Hours = Annotated[int, reads(answers.whole_number(0, LONGEST // timedelta(hours=1)))]
Minutes = Annotated[int, reads(durations.whole_minutes)]
Language = Annotated[str, reads(languages.language)]
Languages = Annotated[tuple[str, ...], understands(lists.each(languages.language), list[str] | str)]
Colour = Annotated[str, reads(colours.colour)]
Mood = Annotated[str, reads(colours.mood)]
Currency = Annotated[str, reads(money.currency)]
Zone = Annotated[str, reads(zones.zone_name)]
OneDay = Annotated[date, reads(moments.only_day)]
Beginning = Annotated[moments.Start, reads(moments.start)]
Ending = Annotated[moments.Stated | time, reads(moments.end)]
Duration = Annotated[timedelta, reads(durations.duration)]
Coordinates = Annotated[tuple[float, float], understands(places.coordinates, list[float] | str)]

Label = Annotated[str, reads(texts.label)]
Labels = Annotated[tuple[str, ...], understands(lists.few(lists.each(texts.label)), list[str] | str)]
Lines = Annotated[tuple[str, ...], understands(lists.each_entry(texts.statement), list[str] | str)]
Words = Annotated[tuple[str, ...], understands(lists.each(texts.line), list[str] | str)]
Slugs = Annotated[tuple[str, ...], understands(lists.few(lists.each(texts.slug)), list[str] | str)]
Pages = Annotated[tuple[str, ...], understands(lists.few(lists.each(pages.page)), list[str] | str)]
AssetPaths = Annotated[tuple[str, ...], understands(lists.each(texts.asset_path), list[str] | str)]
Moments = Annotated[tuple[moments.Stated, ...], understands(lists.each(moments.stated), list[str] | str)]


def _facts(raw: Raw) -> tuple[tuple[str, str], ...]:
    """``{Step-free: yes}``, or a list whose entries are such pairs or plain statements (label, empty text)."""
    return lists.keyed(_label, texts.note)(raw if not isinstance(raw, str) else [raw])


def _label(name: str) -> str:
    """``step_free``, as programs write names, is ``step free`` to a reader."""
    return texts.line(name.replace("_", " "))


def _days_with_reasons(raw: Raw) -> tuple[Days, ...]:
    return tuple(Days(days.first, days.last, reason) for days, reason in lists.keyed(moments.off_days, texts.note)(raw))


def _full(raw: Raw) -> bool | tuple[date | datetime, ...]:
    """Whether all sessions are booked out, or which."""
    if isinstance(raw, str) and raw.strip().casefold() in answers.WORDS:
        return answers.yes_or_no(raw.strip())
    return lists.each(moments.which_session)(raw)


def _new_moment(raw: Raw) -> moments.Stated | time:
    """Where a session was moved to; a time alone means: on the same day."""
    return moments.end(text_of(raw))


def _cancellations(raw: Raw) -> tuple[tuple[date | datetime, str], ...]:
    if isinstance(raw, str) and raw.strip().casefold() in answers.WORDS:
        help_ = "for one session write for example {2026-02-24: clinic closed}; for the whole event write 'status: cancelled' instead"
        raise Misread("E300", f"'{raw.strip()}' does not say which session is cancelled", help_)
    return lists.keyed(moments.which_session, texts.note)(raw)


def _glossary(raw: Raw) -> tuple[tuple[str, str], ...]:
    """``{Posture: Haltung}``; a text that is not translated yet may stand there with nothing behind it."""
    return lists.keyed(texts.line, texts.note)(raw)


Glossary = Annotated[tuple[tuple[str, str], ...], understands(_glossary, dict[str, str])]
Facts = Annotated[tuple[tuple[str, str], ...], understands(_facts, dict[str, str] | list[str | dict[str, str]] | str)]
DaysOff = Annotated[tuple[Days, ...], understands(lists.by_day(_days_with_reasons, "half-term"), dict[str, str | None] | list[str] | str)]
Cancellations = Annotated[
    tuple[tuple[date | datetime, str], ...], understands(lists.by_day(_cancellations, "clinic closed"), dict[str, str | None] | list[str] | str)
]
_MOVES = lists.by_day(lists.keyed(moments.which_session, _new_moment), "2026-03-04 19:00")
Moves = Annotated[tuple[tuple[date | datetime, moments.Stated | time], ...], understands(_MOVES, dict[str, str])]
Taken = Annotated[counts.Counts, understands(counts.counts, str | dict[str, str])]
Full = Annotated[bool | tuple[date | datetime, ...], understands(_full, str | list[str])]
