"""Addresses by which one signs up: a link filled in for a session, a mail or a message already begun, a call.

Mails as in RFC 6068, calls as in RFC 3966, messages by ``https://wa.me/`` with a number of digits alone, as WhatsApp asks
(faq.whatsapp.com, "How to use click to chat").
"""

from __future__ import annotations

from urllib.parse import quote

from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.moment import When
from mcsite.model.settings import Settings
from mcsite.model.signup import PLACEHOLDERS, Provider, Signup
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words
from mcsite.source.addresses import telephone_link

LONGEST_MAIL_LINK = 1_800
"""Characters of a ``mailto:`` link that every program takes."""
LONGEST_TITLE = 150
"""Characters of a session's title in the subject of a mail."""


def target_of(signup: Signup, settings: Settings, session: Session, strings: Strings = ENGLISH, *, waiting: bool = False) -> str:
    """Where a link, mail, call or message leads that is for one session; empty for a form of our own."""
    match signup.provider:
        case Provider.LINK:
            return filled_link(signup.target, settings, session)
        case Provider.MAIL:
            return mail_link(signup.target, settings, session, strings, waiting=waiting)
        case Provider.TELEPHONE:
            return telephone_link(signup.target)
        case Provider.WHATSAPP:
            return message_link(signup.target, settings, session, strings, waiting=waiting)
        case _:
            return ""


def filled_link(target: str, settings: Settings, session: Session) -> str:
    """A link with its placeholders filled in, percent-encoded: ``…?entry.1=%7Bdate%7D`` → ``…?entry.1=2026-01-06``."""
    values = {
        "event": tidy_line(session.title),
        "date": session.when.first_day.isoformat(),
        "time": _clock(session.when),
        "session": session.identity.uid,
        "url": addresses.absolute(settings, session.address),
        "referral": referral_of(session.event),
    }
    for name in PLACEHOLDERS:
        target = target.replace(f"%7B{name}%7D", quote(values[name], safe=""))
    return target


def has_placeholders(target: str) -> bool:
    """Whether a link is another one for each session."""
    return any(f"%7B{name}%7D" in target for name in PLACEHOLDERS)


def mail_link(to: str, settings: Settings, session: Session, strings: Strings = ENGLISH, *, waiting: bool = False) -> str:
    """A mail with subject and first lines, percent-encoded with CRLF between lines; short enough for every program."""
    summary = summary_of(settings, session, strings)
    subject = strings.say("Waiting list: %(session)s", session=summary) if waiting else strings.say("Sign-up: %(session)s", session=summary)
    name = strings.say("My name:") + " "
    body = "\r\n".join((_please(strings, summary, waiting=waiting), "", name, "", addresses.absolute(settings, session.address)))
    link = f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}"
    full = f"{link}&body={quote(body, safe='')}"
    return full if len(full) <= LONGEST_MAIL_LINK else link


def message_link(number: str, settings: Settings, session: Session, strings: Strings = ENGLISH, *, waiting: bool = False) -> str:
    """A message to a WhatsApp number, already begun."""
    digits = telephone_link(number).removeprefix("tel:+")
    text = f"{_please(strings, summary_of(settings, session, strings), waiting=waiting)}\n{addresses.absolute(settings, session.address)}"
    return f"https://wa.me/{digits}?text={quote(text, safe='')}"


def summary_of(settings: Settings, session: Session, strings: Strings = ENGLISH) -> str:
    """Title, day and time on one line: ``Stretch Circle, Tuesday 6 January 2026, 18:00``."""
    language = words(settings.language)
    title = tidy_line(session.title)
    title = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return strings.joined((title, language.days(session.when), language.begins(session.when)))


def referral_of(event: Event) -> str:
    """The code of the partner with whom an event is held: whoever signs up on its page came by that partner."""
    return event.partner.code if event.partner else ""


def _please(strings: Strings, summary: str, *, waiting: bool) -> str:
    if waiting:
        return strings.say("Please put me on the waiting list for %(session)s.", session=summary)
    return strings.say("Please put me down for %(session)s.", session=summary)


def _clock(when: When) -> str:
    """``18:00`` in every language, for programs; empty for whole days."""
    return "" if when.whole_day else f"{when.begins:%H:%M}"
