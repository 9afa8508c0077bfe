"""A late change in words: what changed, what was announced and what holds now. Banner, door notice, mail and text message say it alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Card, Session, Status
from mcsite.model.lateness import LateChange
from mcsite.model.moment import When, instant
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.listing import next_held
from mcsite.render.signup import signup_of
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """How a session was announced, or is: ``day`` and ``hours`` in full (hours empty for whole days), ``brief`` for a text message.

    ``place`` is one line, or the address at which one takes part.
    """

    status: Status
    day: str
    hours: str
    brief: str
    brief_hours: str
    place: str

    @property
    def time(self) -> str:
        """``Tuesday 6 January 2026, 18:00–18:45``."""
        return ", ".join(part for part in (self.day, self.hours) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateNotice:
    """Everything that is told of a lately changed session, whose ``card`` says what holds now.

    ``news`` goes on where the title ends: ``begins later``. ``new_time`` and ``new_place`` say what it is about. ``instead`` is the next
    session of the same event that takes place, when this one does not. ``signup`` is the short address that leads to the sign-up, ``page``
    that of the event, both absolute, and empty where there is none. ``changed`` and ``until`` are those of ``LateChange``.
    """

    card: Card
    news: str
    was: Announcement
    now: Announcement
    new_time: bool
    new_place: bool
    note: str
    instead: Card | None
    signup: str
    page: str
    changed: datetime
    until: datetime
    strings: Strings = ENGLISH

    @property
    def title(self) -> str:
        """The session's, in one line."""
        return tidy_line(self.card.title)

    @property
    def label(self) -> str:
        """The news as a heading: ``Begins later``, ``Cancelled``."""
        news = self.news.removeprefix("is ")
        return news[0].upper() + news[1:]

    @property
    def folder(self) -> str:
        """A name for what is made of it: event and original date."""
        return f"{self.card.event}-{self.card.key}"


@lru_cache(maxsize=2)
def late_notices(edition: Edition, strings: Strings) -> tuple[LateNotice, ...]:
    """One for each lately changed session, in order of time: the same objects for every page."""
    return tuple(_notice(edition, strings, late) for late in edition.late_changes)


def _notice(edition: Edition, strings: Strings, late: LateChange) -> LateNotice:
    settings, session = edition.site.settings, late.session
    was = _announced(settings, strings, late.was.when, late.was.place, late.was.status)
    now = _announced(settings, strings, session.when, late.place, session.status)
    return LateNotice(
        card=session.card,
        news=_news(strings, late),
        was=was,
        now=now,
        new_time=_times(late.was.when) != _times(session.when),
        new_place=was.place != now.place,
        note=tidy_line(session.note),
        instead=None if session.status.takes_place else _instead(edition, session),
        signup=_signup(settings, session),
        page=addresses.absolute(settings, addresses.event(session.event.slug)) if settings.makes("pages") else "",
        changed=late.changed,
        until=late.until,
        strings=strings,
    )


def _announced(settings: Settings, strings: Strings, when: When, place: str, status: Status) -> Announcement:
    speech = words(settings.language)
    zone = f" ({strings.say('%(place)s time', place=speech.zone(when.timezone))})" if when.timezone != settings.timezone else ""
    clock, begins = speech.clock(when), speech.begins(when)
    many = when.whole_day and when.last_day != when.first_day
    day = " – ".join(speech.short_day(each) for each in ((when.first_day, when.last_day) if many else (when.first_day,)))
    return Announcement(
        status=status,
        day=speech.days(when),
        hours=clock and clock + zone,
        brief=f"{day} {begins and begins + zone}".strip(),
        brief_hours=f"{day} {clock and clock + zone}".strip(),
        place=tidy_line(place),
    )


def _news(strings: Strings, late: LateChange) -> str:
    """``is cancelled``, ``begins later``, ``is on another day, in another place``."""
    session, was = late.session, late.was
    if not session.status.takes_place:
        return strings.say("is postponed") if session.status is Status.POSTPONED else strings.say("is cancelled")
    if not was.status.takes_place:
        return strings.say("takes place after all")
    return strings.joined((_news_of_time(strings, was.when, session.when), _news_of_place(strings, late))).replace(", is ", ", ")


def _news_of_time(strings: Strings, was: When, now: When) -> str:
    (began, ended), (begins, ends) = _times(was), _times(now)
    if was.first_day != now.first_day:
        return strings.say("is on another day")
    if was.whole_day != now.whole_day:
        return strings.say("is at another time")
    if begins != began:
        return strings.say("begins later") if begins > began else strings.say("begins earlier")
    if ends == ended:
        return ""
    return strings.say("ends later") if ends > ended else strings.say("ends earlier")


def _news_of_place(strings: Strings, late: LateChange) -> str:
    if late.place == late.was.place:
        return ""
    if not late.place:
        return strings.say("has no place yet")
    if late.place.startswith(_WEB):
        return strings.say("is at another address online") if late.was.place.startswith(_WEB) else strings.say("is online instead")
    return strings.say("is in another place")


def _times(when: When) -> tuple[datetime, datetime]:
    return instant(when.begins), instant(when.ends)


def _instead(edition: Edition, session: Session) -> Card | None:
    """The next session of the same event for those who wanted to come to one that does not take place."""
    return next_held(card for card in edition.coming_cards if card.event == session.event.slug and card.key != session.key)


def _signup(settings: Settings, session: Session) -> str:
    made = settings.makes("pages") and signup_of(settings, session.event)
    return addresses.absolute(settings, addresses.short(session.event.slug)) if made else ""
