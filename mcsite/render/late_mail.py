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

_OFF = {Status.CANCELLED: "it does not take place", Status.POSTPONED: "no date yet; a new one will be announced"}
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
    return f"{notice.label}: {notice.title}, {notice.was.day}"


def letter(notice: LateNotice, sender: Sender) -> str:
    """Plain text in paragraphs: what changed, what it was, what it is now, why, and what to do next."""
    return "\n\n".join(("Hello,", *_paragraphs(notice, sender), "\n".join(_signature(sender)))) + "\n"


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
    yield f"a change at short notice: {notice.title} {notice.news}."
    yield f"It was: {_told(notice.was) or notice.was.status.value}\nNow: {_told(notice.now) or _OFF[notice.now.status]}"
    if notice.card.reason:
        yield f"Why: {tidy_line(notice.card.reason)}"
    if notice.note:
        yield f"Please note: {notice.note}"
    yield "\n".join(_next_steps(notice, sender))
    yield "We are sorry for the short notice. Please tell anybody who may not read this in time."


def _told(announced: Announcement) -> str:
    """Time and place, or nothing when it was not to take place."""
    return ", ".join(part for part in (announced.time, announced.place) if part) if announced.status.takes_place else ""


def _next_steps(notice: LateNotice, sender: Sender) -> Iterator[str]:
    on = notice.now.status.takes_place
    if on:
        yield "If you had planned to come, please come as it is now."
    elif notice.instead:
        speech, when = words(sender.language), notice.instead.when
        yield f"The next one is on {', '.join(part for part in (speech.days(when), speech.clock(when)) if part)}."
    if notice.signup and (on or notice.instead):
        yield f"To sign up: {notice.signup}"
    if notice.page:
        yield f"All about it, and all dates: {notice.page}"
        yield from () if on or notice.instead else (f"What else is on: {sender.address}{addresses.EVENTS}",)


def _signature(sender: Sender) -> Iterator[str]:
    yield from (tidy_line(part) for part in (sender.name or sender.site, sender.email, sender.phone, sender.address) if part)


def _message_id(notice: LateNotice, sender: Sender) -> str:
    """One for each change: UIDs of sessions that came from elsewhere may have signs that no Message-ID can have."""
    name = blake2b(f"{notice.card.uid} {notice.changed.isoformat()}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f"<{name}@{sender.host if _HOST.fullmatch(sender.host) else 'localhost'}>"
