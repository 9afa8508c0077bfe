"""How one takes sessions into one's own calendar: *follow* a feed for good, or *add once* a single session.

Each client has its own door. All addresses are complete and properly encoded: they can stand in an ``href`` as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote, urlsplit

from mcsite.memo import remember
from mcsite.model import addresses
from mcsite.model.event import Event, Session, Status
from mcsite.model.moment import When, instant
from mcsite.model.schedule import Schedule
from mcsite.model.settings import Settings
from mcsite.render.tidy import tidy_line
from mcsite.schedule.expand import expand
from mcsite.schedule.portable import PortableRule, portable

LONGEST_SUMMARY = 200
"""Characters of what a link says about a session, so that the link stays short enough for everybody; the page says the rest."""


@dataclass(frozen=True, slots=True)
class Follow:
    """The doors to one feed. ``https`` is the address to copy; ``webcal`` opens the device's own calendar."""

    name: str
    https: str
    webcal: str
    google: str
    outlook_live: str
    outlook_office: str


@dataclass(frozen=True, slots=True)
class AddOnce:
    """The doors for a single session; ``file`` is an address below the site's root, empty where the site makes no such file."""

    file: str
    google: str
    outlook_live: str
    outlook_office: str


def follow(settings: Settings, feed_address: str, name: str) -> Follow:
    """The doors to the feed at an address below the site's root; ``name`` is what a client may call it."""
    https = addresses.absolute(settings, feed_address)
    webcal = f"webcal:{https.removeprefix(urlsplit(https).scheme + ':')}"
    outlook = _query({"url": https, "name": name})
    return Follow(
        name=name,
        https=https,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/render?{_query({'cid': webcal})}",
        outlook_live=f"https://outlook.live.com/calendar/0/addfromweb?{outlook}",
        outlook_office=f"https://outlook.office.com/calendar/0/addfromweb?{outlook}",
    )


def add_once(session: Session, settings: Settings) -> AddOnce:
    """The doors for one session. One that does not take place has only its file, which says so."""
    file = session_file(session, settings)
    if session.status in {Status.CANCELLED, Status.POSTPONED}:
        return AddOnce(file, "", "", "")
    title, place = tidy_line(session.title), tidy_line(session.venue.location if session.venue else session.online)
    details = "\n\n".join(part for part in (tidy_line(session.summary)[:LONGEST_SUMMARY], addresses.absolute(settings, session.address)) if part)
    outlook = _query(_outlook(session.when) | {"subject": title, "body": details, "location": place})
    return AddOnce(
        file=file,
        google=f"https://calendar.google.com/calendar/render?{_query(_google(session.when) | {'text': title, 'details': details, 'location': place})}",
        outlook_live=f"https://outlook.live.com/calendar/0/deeplink/compose?{outlook}",
        outlook_office=f"https://outlook.office.com/calendar/0/deeplink/compose?{outlook}",
    )


def session_file(session: Session, settings: Settings) -> str:
    """Where a session's own calendar file is; empty where the site makes none. A one-off's belongs to the calendars."""
    series = session.event.is_series
    made = settings.makes("sessions" if series else "calendars")
    return addresses.session_file(session.event.slug, session.key if series else "") if made else ""


def series_file(event: Event, settings: Settings) -> str:
    """Where all sessions of a series are in one rule; empty where the site makes no such file, or no rule would be read alike everywhere."""
    return addresses.event_rule(event.slug) if settings.makes("calendars") and _has_rule(event.schedule) else ""


def _has_rule(schedule: Schedule) -> bool:
    """Found out once for each schedule, because every build asks."""
    key = repr(schedule).encode("utf-8", "surrogatepass")
    return bool(schedule.rule and remember("has rule", key, lambda: b"yes" if rule_of(schedule) else b""))


@lru_cache(maxsize=1024)
def rule_of(schedule: Schedule) -> PortableRule | None:
    """The rule of a series that every client reads alike, if there is one: asked for when a build is planned, and when the file is made."""
    return portable(schedule, expand(schedule))


def _google(when: When) -> dict[str, str]:
    """Times in UTC, to be kept in the session's zone; of whole days the end is exclusive."""
    start, end = (f"{moment:%Y%m%d}" if when.whole_day else f"{moment:%Y%m%dT%H%M%SZ}" for moment in _bounds(when))
    return {"action": "TEMPLATE", "dates": f"{start}/{end}"} | ({} if when.whole_day else {"ctz": when.timezone})


def _outlook(when: When) -> dict[str, str]:
    start, end = (f"{moment:%Y-%m-%d}" if when.whole_day else f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in _bounds(when))
    known = {"path": "/calendar/action/compose", "rru": "addevent", "startdt": start, "enddt": end}
    return known | ({"allday": "true"} if when.whole_day else {})


def _bounds(when: When) -> tuple[date, date]:
    """The instants in UTC, or the first day and the day after the last."""
    if when.whole_day:
        return when.first_day, when.last_day + timedelta(days=1)
    return instant(when.begins), instant(when.ends)


def _query(parts: dict[str, str]) -> str:
    """Percent-encoded; spaces as ``%20``, because not every client reads ``+`` as one."""
    return "&".join(f"{name}={_encoded(value)}" for name, value in parts.items() if value)


@lru_cache(maxsize=64)
def _encoded(text: str) -> str:
    """Each calendar is told the same of a session, and many sessions are in one place."""
    return quote(text, safe="")
