"""How one signs up for a session, ready for a template: a link, a mail already begun, or a plain HTML form.

A form asks for a name, an address of mail and consent, and for nothing about health (GDPR Art. 9: that is told to the
therapist, not to a form's host). The session goes along in hidden fields. A trap for machines that fill in everything is
named; the template hides it from people. Providers: Netlify Forms (docs.netlify.com/forms/setup) and Formspree
(formspree.io/docs); mails as in RFC 6068.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.moment import instant
from mcsite.model.settings import Settings
from mcsite.model.signup import Provider, Signup
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

ANCHOR = "signup"
"""Where the sign-up stands on a page: ``…/#signup``."""
LONGEST_MAIL_LINK = 1_800
"""Characters of a ``mailto:`` link that every program takes."""
LONGEST_TITLE = 150
"""Characters of a session's title in the subject of a mail."""

Pairs = tuple[tuple[str, str], ...]
"""Names and values, in the order in which they stand in the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignupView:
    """What a template needs. ``kind`` is ``link``, ``mail``, ``form`` or ``none``.

    ``href`` is where a link or mail leads, ``address`` the address of mail to read. A form has ``form`` (its attributes),
    ``hidden`` fields and ``trap``, the name of the field that people leave empty. ``open`` is whether this session can
    still be signed up for; if not, ``why`` says so: ``full``, ``cancelled`` or ``postponed``.
    """

    kind: str
    open: bool = True
    why: str = ""
    href: str = ""
    address: str = ""
    form: Pairs = ()
    hidden: Pairs = ()
    trap: str = ""


def signup_view(settings: Settings, session: Session, thanks: str = "", strings: Strings = ENGLISH) -> SignupView:
    """The view of a session's sign-up. ``thanks`` is the address of a page to show when a form was sent, if the site has one."""
    signup = signup_of(settings, session.event)
    if signup is None:
        return SignupView(kind="none", open=is_open(session), why=_why_not(session))
    if not is_open(session):
        return SignupView(kind="none", open=False, why=_why_not(session))
    match signup.provider:
        case Provider.LINK:
            return SignupView(kind="link", href=signup.target)
        case Provider.MAIL:
            return SignupView(kind="mail", href=mail_link(signup.target, settings, session, strings), address=signup.target)
        case Provider.NETLIFY:
            return _netlify(settings, session, thanks)
    return _formspree(settings, session, signup, strings)


def signup_place(settings: Settings, session: Session) -> str:
    """Where somebody signs up who reads plain text: an address of the web or of mail, or that of the session's page when a form is there."""
    signup = signup_of(settings, session.event)
    if signup is None:
        return ""
    if signup.provider in {Provider.LINK, Provider.MAIL}:
        return signup.target
    return addresses.absolute(settings, session.address) if settings.makes("pages") else ""


def signup_of(settings: Settings, event: Event) -> Signup | None:
    """How one signs up for an event: as it says, or else the site; nothing where nobody need sign up."""
    signup = event.signup or settings.signup
    return signup if signup and signup.provider is not Provider.NONE else None


def is_open(session: Session) -> bool:
    """Whether a session takes place and has room. Whether it is over, the edition knows."""
    return session.status.takes_place and not session.full


def next_open(sessions: Iterable[Session]) -> Session | None:
    """The soonest of some sessions that one can still sign up for; they are all still coming."""
    return min(filter(is_open, sessions), key=lambda session: instant(session.when.begins), default=None)


def mail_link(to: str, settings: Settings, session: Session, strings: Strings = ENGLISH) -> str:
    """A mail with subject and first lines, percent-encoded with CRLF between lines; short enough for every program."""
    summary = summary_of(settings, session, strings)
    subject = strings.say("Sign-up: %(session)s", session=summary)
    wish, name = strings.say("Please put me down for %(session)s.", session=summary), strings.say("My name:") + " "
    body = "\r\n".join((wish, "", name, "", addresses.absolute(settings, session.address)))
    link = f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}"
    full = f"{link}&body={quote(body, safe='')}"
    return full if len(full) <= LONGEST_MAIL_LINK else link


def summary_of(settings: Settings, session: Session, strings: Strings = ENGLISH) -> str:
    """Title, day and time on one line: ``Stretch Circle, Tuesday 6 January 2026, 18:00``."""
    language = words(settings.language)
    title = tidy_line(session.title)
    title = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return strings.joined((title, language.days(session.when), language.begins(session.when)))


def _why_not(session: Session) -> str:
    if not session.status.takes_place:
        return session.status.value
    return "full" if session.full else ""


def _netlify(settings: Settings, session: Session, thanks: str) -> SignupView:
    """One form for the whole site, so that all sign-ups stand in one list; each names its session."""
    action = (("action", addresses.href(settings, thanks)),) if thanks else ()
    form = (("name", "sign-up"), ("method", "post"), ("data-netlify", "true"), ("data-netlify-honeypot", "website"), *action)
    return SignupView(kind="form", form=form, hidden=(("form-name", "sign-up"), *_session_fields(settings, session)), trap="website")


def _formspree(settings: Settings, session: Session, signup: Signup, strings: Strings) -> SignupView:
    form = (("action", f"https://formspree.io/f/{signup.target}"), ("method", "post"))
    hidden = (("_subject", strings.say("Sign-up: %(session)s", session=summary_of(settings, session, strings))), *_session_fields(settings, session))
    return SignupView(kind="form", form=form, hidden=hidden, trap="_gotcha")


def _session_fields(settings: Settings, session: Session) -> Pairs:
    return (
        ("event", tidy_line(session.title)),
        ("date", session.when.iso_start),
        ("session", session.identity.uid),
        ("page", addresses.absolute(settings, session.address)),
    )
