"""A late change in words: what changed, what was announced and what holds now. Banner, door notice, mail and text message say it alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Card, Event, Status
from mcsite.model.lateness import LateChange
from mcsite.model.ledger import Earlier, Published
from mcsite.model.moment import When, instant
from mcsite.model.settings import KINDS, Settings
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

    ``place`` is one line, or the address at which one takes part; ``online`` is that address beside a place. ``people`` are those who lead it, and
    ``note`` what was said of this session alone.
    """

    status: Status
    title: str
    day: str
    hours: str
    brief: str
    brief_hours: str
    place: str
    online: str
    people: str
    note: str

    @property
    def time(self) -> str:
        """``Tuesday 6 January 2026, 18:00–18:45``."""
        return ", ".join(part for part in (self.day, self.hours) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateNotice:
    """Everything that is told of a lately changed session, whose ``card`` says what holds now.

    ``news`` goes on where the title ends: ``begins later``. ``instead`` is the next session of the same event that takes place, when this
    one does not; one that was ``taken_back`` is on no page and in no calendar any more. ``signup`` is the short address that leads to the sign-up,
    ``page`` that of the event, both absolute, and empty where there is none. ``changed`` and ``until`` are those of ``LateChange``.
    """

    card: Card
    news: str
    was: Announcement
    now: Announcement
    new_time: bool
    taken_back: bool
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
    def new_place(self) -> bool:
        """Whether it is about the place."""
        return self.was.place != self.now.place

    @property
    def new_people(self) -> bool:
        """Whether others lead it."""
        return self.was.people != self.now.people

    @property
    def new_online(self) -> bool:
        """Whether one takes part online in another way, beside the place."""
        return self.was.online != self.now.online

    @property
    def new_title(self) -> bool:
        """Whether it is called otherwise."""
        return self.was.title != self.now.title

    @property
    def new_note(self) -> bool:
        """Whether something else is said of it."""
        return self.was.note != self.now.note

    @property
    def only_new_note(self) -> bool:
        """Whether everything is as it was but what is said of it."""
        fate = self.was.status.takes_place != self.now.status.takes_place
        return self.new_note and not any((fate, self.new_time, self.new_place, self.new_people, self.new_online, self.new_title))

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
    settings, known = edition.site.settings, late.known
    card = late.session.card if late.session else _card_of(known)
    event = next((event for event in edition.site.events if event.slug == known.slug), None)
    was, now = (_announced(settings, strings, announced) for announced in (late.was, replace(known, status=card.status)))
    return LateNotice(
        card=card,
        news=_news(strings, late),
        was=was,
        now=now,
        new_time=_times(late.was.when) != _times(known.when),
        taken_back=late.session is None,
        note=tidy_line(late.session.note) if late.session else "",
        instead=None if card.status.takes_place else _instead(edition, card),
        signup=_signup(settings, event) if event else "",
        page=addresses.absolute(settings, addresses.event(known.slug)) if event and settings.makes("pages") else "",
        changed=late.changed,
        until=late.until,
        strings=strings,
    )


def _card_of(known: Published) -> Card:
    """The face of a session that was taken back: as it was published last, but that it does not take place."""
    return Card(
        event=known.slug, key=known.key, address=known.address, uid=known.uid, title=known.title, kind=KINDS[0], when=known.when, status=Status.CANCELLED,
        reason="", moved_from=None, number=known.number, of=None, series=False, summary="", venue="", place="", online=False, neighbourhood=None,
        hosts=(), tags=(), prices=(), image=None, full=False,
    )  # fmt: skip


def _announced(settings: Settings, strings: Strings, announced: Earlier | Published) -> Announcement:
    speech, when, details = words(settings.language), announced.when, announced.details
    zone = f" ({strings.say('%(place)s time', place=speech.zone(when.timezone))})" if when.timezone != settings.timezone else ""
    clock, begins = speech.clock(when), speech.begins(when)
    many = when.whole_day and when.last_day != when.first_day
    day = " – ".join(speech.short_day(each) for each in ((when.first_day, when.last_day) if many else (when.first_day,)))
    return Announcement(
        status=announced.status,
        title=tidy_line(announced.title),
        day=speech.days(when),
        hours=clock and clock + zone,
        brief=f"{day} {begins and begins + zone}".strip(),
        brief_hours=f"{day} {clock and clock + zone}".strip(),
        place=tidy_line(announced.place),
        online=details.online,
        people=strings.joined(name for _, name in details.hosts),
        note=details.note,
    )


def _news(strings: Strings, late: LateChange) -> str:
    """``is cancelled``, ``begins later``, ``is on another day, in another place``."""
    was, known = late.was, late.known
    if known.withdrawn:
        return strings.say("does not take place")
    if not known.status.takes_place:
        return strings.say("is postponed") if known.status is Status.POSTPONED else strings.say("is cancelled")
    if not was.status.takes_place:
        return strings.say("takes place after all")
    told = strings.joined((_news_of_time(strings, was.when, known.when), _news_of_place(strings, late))).replace(", is ", ", ")
    return told or _news_of_details(strings, late)


def _news_of_details(strings: Strings, late: LateChange) -> str:
    """The weightiest of what else is otherwise."""
    was, now = late.was.details, late.known.details
    if not was.is_led_as(now):
        return strings.say("is led by somebody else")
    if was.online != now.online:
        return _news_online(strings, was.online, now.online)
    if late.was.title != late.known.title:
        return strings.say("has another title")
    return strings.say("has a new note") if now.note else strings.say("has no note any more")


def _news_online(strings: Strings, was: str, now: str) -> str:
    if was and now:
        return strings.say("is at another address online")
    return strings.say("can be joined online, too") if now else strings.say("cannot be joined online any more")


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
    was, now = late.was.place, late.known.place
    if now == was:
        return ""
    if not now:
        return strings.say("has no place yet")
    if now.startswith(_WEB):
        return strings.say("is at another address online") if was.startswith(_WEB) else strings.say("is online instead")
    return strings.say("is in another place")


def _times(when: When) -> tuple[datetime, datetime]:
    return instant(when.begins), instant(when.ends)


def _instead(edition: Edition, off: Card) -> Card | None:
    """The next session of the same event for those who wanted to come to one that does not take place."""
    return next_held(card for card in edition.coming_cards if card.event == off.event and card.key != off.key)


def _signup(settings: Settings, event: Event) -> str:
    made = settings.makes("pages") and signup_of(settings, event)
    return addresses.absolute(settings, addresses.short(event.slug)) if made else ""
