"""A late change as a mail: the text, and a draft in a file that mail programs open ready to be sent (RFC 5322)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from hashlib import blake2b

from mcsite.model import addresses
from mcsite.model.event import Status
from mcsite.model.settings import Settings
from mcsite.render.late_notices import Announcement, LateNotice
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII)
"""What may stand after the ``@`` of a Message-ID without further signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who tells: the site and its organiser, as far as they are known."""

    site: str
    address: str
    host: str
    language: str
    name: str = ""
    email: str = ""
    phone: str = ""


def sender_of(settings: Settings) -> Sender:
    """The sender of a site's mails."""
    organiser = settings.organiser
    known = {"name": organiser.name, "email": organiser.email, "phone": organiser.phone} if organiser else {}
    return Sender(site=tidy_line(settings.title), address=settings.base_url, host=settings.host, language=settings.language, **known)


def subject(notice: LateNotice) -> str:
    """``Begins later: Stretch Circle, Tuesday 6 January 2026``: the day is the one that people have in mind."""
    return notice.strings.say("%(news)s: %(title)s, %(day)s", news=notice.label, title=notice.title, day=notice.was.day)


def letter(notice: LateNotice, sender: Sender) -> str:
    """Plain text in paragraphs: what changed, what it was, what it is now, why, and what to do next."""
    return "\n\n".join((notice.strings.say("Hello,"), *_paragraphs(notice, sender), "\n".join(_signature(sender)))) + "\n"


def draft(notice: LateNotice, sender: Sender) -> bytes:
    """The bytes of an ``.eml`` file, always the same for the same change.

    ``X-Unsent`` lets Outlook open it as a mail to be sent. It is addressed to nobody: the recipients are in the organiser's keeping,
    to be filled in as blind copies.
    """
    from email.headerregistry import Address  # noqa: PLC0415 - a package that costs more to import than most builds take
    from email.message import EmailMessage  # noqa: PLC0415 - the same
    from email.policy import SMTP  # noqa: PLC0415 - the same
    from email.utils import format_datetime  # noqa: PLC0415 - the same

    message = EmailMessage(SMTP)
    if sender.email:
        local, _, domain = sender.email.rpartition("@")
        message["From"] = Address(tidy_line(sender.name), local, domain)
    message["Subject"] = subject(notice)
    message["Date"] = format_datetime(notice.changed.astimezone(UTC))
    message["Message-ID"] = _message_id(notice, sender)
    message["X-Unsent"] = "1"
    message.set_content(letter(notice, sender), charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = sender.language
    return message.as_bytes()


def _paragraphs(notice: LateNotice, sender: Sender) -> Iterator[str]:
    say = notice.strings.say
    yield say("a change at short notice: %(title)s %(news)s.", title=notice.title, news=notice.news)
    was, now = say("It was: %(announced)s", announced=_told(notice, notice.was)), say("Now: %(announced)s", announced=_told(notice, notice.now))
    yield say("When: %(day)s", day=notice.now.time) if notice.only_new_note else f"{was}\n{now}"
    if notice.card.reason:
        yield say("Why: %(reason)s", reason=tidy_line(notice.card.reason))
    if notice.note:
        yield say("Please note: %(note)s", note=notice.note)
    elif notice.only_new_note:
        yield say("No longer: %(note)s", note=notice.was.note)
    yield "\n".join(_next_steps(notice, sender))
    yield say("We are sorry for the short notice. Please tell anybody who may not read this in time.")


def _told(notice: LateNotice, announced: Announcement) -> str:
    """Time and place, or that it was not to take place, or is not."""
    strings, postponed = notice.strings, announced.status is Status.POSTPONED
    if announced.status.takes_place:
        return strings.joined((announced.time, announced.place, *_otherwise(notice, announced)))
    if announced is notice.was:
        return strings.say("postponed") if postponed else strings.say("cancelled")
    return strings.say("no date yet; a new one will be announced") if postponed else strings.say("it does not take place")


def _otherwise(notice: LateNotice, announced: Announcement) -> Iterator[str]:
    """What else it is, as far as the notice is about it."""
    if notice.new_people and announced.people:
        yield notice.strings.say("with %(people)s", people=announced.people)
    if notice.new_online:
        yield announced.online
    if notice.new_title:
        yield announced.title


def _next_steps(notice: LateNotice, sender: Sender) -> Iterator[str]:
    on, strings = notice.now.status.takes_place, notice.strings
    if on:
        yield strings.say("If you had planned to come, please come as it is now.")
    elif notice.instead:
        speech, when = words(sender.language), notice.instead.when
        yield strings.say("The next one is on %(day)s.", day=strings.joined((speech.days(when), speech.clock(when))))
    if notice.signup and (on or notice.instead):
        yield strings.say("To sign up: %(address)s", address=notice.signup)
    if notice.page:
        yield strings.say("All about it, and all dates: %(address)s", address=notice.page)
        yield from () if on or notice.instead else (strings.say("What else is on: %(address)s", address=f"{sender.address}{addresses.EVENTS}"),)


def _signature(sender: Sender) -> Iterator[str]:
    yield from (tidy_line(part) for part in (sender.name or sender.site, sender.email, sender.phone, sender.address) if part)


def _message_id(notice: LateNotice, sender: Sender) -> str:
    """One for each change: UIDs of sessions that came from elsewhere may have signs that no Message-ID can have."""
    name = blake2b(f"{notice.card.uid} {notice.changed.isoformat()}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f"<{name}@{sender.host if _HOST.fullmatch(sender.host) else 'localhost'}>"
