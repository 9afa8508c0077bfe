"""How one signs up for a session, ready for a template: a link, a mail or message already begun, a call, or a plain HTML form.

A form asks for what is needed to hold a place and to tell of a change, and for nothing about health (GDPR Art. 9): that is told to
the therapist, or in a place made for it, not to a form's host.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.moment import instant
from mcsite.model.settings import Settings
from mcsite.model.signup import Intake, Provider, Signup
from mcsite.render.signup_forms import HtmlForm, form_of
from mcsite.render.signup_links import has_placeholders, target_of
from mcsite.render.strings import ENGLISH, Strings

ANCHOR = "signup"
"""Where the sign-up stands on a page: ``…/#signup``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignupView:
    """What a template needs. ``kind`` is ``link``, ``mail``, ``telephone``, ``whatsapp``, ``form`` or ``none``.

    ``href`` is where a link, mail, call or message leads, ``address`` the address of mail or the number to read. ``open`` is whether
    this session can still be signed up for; if not, ``why`` says so: ``full``, ``cancelled`` or ``postponed``. ``waiting``: all of it is
    for the waiting list of a full session. ``consent`` are the author's own words; ``intake`` is where people tell about their health,
    and ``elsewhere`` what is asked there.
    """

    kind: str
    open: bool = True
    why: str = ""
    waiting: bool = False
    href: str = ""
    address: str = ""
    form: HtmlForm | None = None
    consent: str = ""
    intake: Intake | None = None
    elsewhere: tuple[str, ...] = ()


def signup_view(settings: Settings, session: Session, thanks: str = "", strings: Strings = ENGLISH) -> SignupView:
    """The view of a session's sign-up. ``thanks`` is the address of a page to show when a form was sent, if the site has one."""
    signup, why = signup_of(settings, session.event), _why_not(session)
    if signup is None or why not in ("", "full") or (why == "full" and not signup.waiting_list):
        return SignupView(kind="none", open=not why, why=why)
    waiting = why == "full"
    takes_forms = signup.provider.takes_forms
    return SignupView(
        kind="form" if takes_forms else signup.provider.value,
        open=not why,
        why=why,
        waiting=waiting,
        href=target_of(signup, settings, session, strings, waiting=waiting),
        address=signup.target if signup.provider in _TO_READ else "",
        form=form_of(signup, settings, session, strings, thanks) if takes_forms else None,
        consent=signup.consent or settings.consent,
        intake=settings.secure_intake,
        elsewhere=tuple(question.label or question.asked.value for question in signup.questions if question.elsewhere),
    )


_TO_READ = frozenset({Provider.MAIL, Provider.TELEPHONE, Provider.WHATSAPP})
"""Whose target means something to people."""


def signup_place(settings: Settings, session: Session) -> str:
    """Where somebody signs up who reads plain text: an address of the web or of mail, or a number.

    It is the session's page where a form is, or a link that is another one for each session: an entry for a whole series has only one.
    """
    signup = signup_of(settings, session.event)
    if signup is None:
        return ""
    if signup.provider in {Provider.LINK, Provider.MAIL, Provider.TELEPHONE} and not has_placeholders(signup.target):
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


def next_waiting(settings: Settings, sessions: Iterable[Session]) -> Session | None:
    """The soonest of some sessions that is full and has a waiting list."""
    waiting = (session for session in sessions if signup_view(settings, session).waiting)
    return min(waiting, key=lambda session: instant(session.when.begins), default=None)


def _why_not(session: Session) -> str:
    if not session.status.takes_place:
        return session.status.value
    return "full" if session.full else ""
