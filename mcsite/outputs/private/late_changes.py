"""The kit for a late change: ``late/SLUG-DATE/`` with a mail, a text message and a notice for the door.

Calendars that are followed may ask for news only once a day, so a session that is changed within ``late_change_hours`` of its start
needs people to be told. The drafts are there from the build that publishes the change until the session is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mcsite.build.artifact import Area, Artifact
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.late_mail import Sender, draft, letter, sender_of, subject
from mcsite.render.late_notices import LateNotice, late_notices
from mcsite.render.text_message import text_message
from mcsite.render.theme import Theme, fill

FOLDER = "late/"
"""Where the kits are: in each folder there, that of one change."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """Four files for each lately changed session."""
    settings = edition.site.settings
    if settings.makes("mails"):
        sender = sender_of(settings)
        for notice in late_notices(edition, theme.strings):
            mail = {"notice": notice, "sender": sender}
            door = theme.inputs("door_notice.html", frame_of(edition, theme.strings), "", notice=notice)
            yield _artifact(notice, "email.eml", email, mail)
            yield _artifact(notice, "email.txt", text, mail)
            yield _artifact(notice, "text-message.txt", message, {"notice": notice, "language": settings.language})
            yield _artifact(notice, "door-notice.html", fill, door)


def email(notice: LateNotice, sender: Sender) -> bytes:
    """A draft that a mail program opens."""
    return draft(notice, sender)


def text(notice: LateNotice, sender: Sender) -> bytes:
    """The same to copy: the subject, then the letter."""
    return f"{notice.strings.say('Subject: %(subject)s', subject=subject(notice))}\n\n{letter(notice, sender)}".encode()


def message(notice: LateNotice, language: str) -> bytes:
    """What is sent to phones, and nothing else: no line end that would count."""
    return text_message(notice, language).encode()


def _artifact(notice: LateNotice, name: str, make: Callable[..., bytes], inputs: Mapping[str, object]) -> Artifact:
    return Artifact(f"{FOLDER}{notice.folder}/{name}", make, inputs, Area.PRIVATE)
