"""Sign-up forms in plain HTML, as the host that takes them wants them.

The session goes along in hidden fields, with the code of whoever referred people. A trap for machines that fill in everything is
named; the template hides it from people. What each host documents:

- Netlify Forms (docs.netlify.com/forms/setup, …/spam-filters): ``data-netlify``, ``form-name`` as the form's ``name``, all fields in
  the HTML that is deployed, a path of the same site as ``action``, the honeypot named in an attribute of the form.
- Formspree (help.formspree.io, "Form endpoints", "Special fields"): POST to ``/f/ID``, ``_gotcha``, ``_subject``, ``_next``; ``email`` is replied to.
- Basin (usebasin.com/docs): POST to ``/f/ID``, ``_gotcha``, ``_redirect``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mcsite.model import addresses
from mcsite.model.event import Session
from mcsite.model.settings import Settings
from mcsite.model.signup import LEAST, Asked, Provider, Question, Signup
from mcsite.render.signup_links import referral_of, summary_of
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.source.slugs import free_name, slug_of

Pairs = tuple[tuple[str, str], ...]
"""Names and values, in the order in which they stand in the page."""

ENDPOINTS = {Provider.FORMSPREE: "https://formspree.io", Provider.BASIN: "https://usebasin.com"}
"""Where forms of another host go: the origin of their ``action``."""
_NETLIFY_TRAP = "website"
_HIDDEN = ("event", "date", "session", "page", "referral", "waiting-list")
_TAKEN = frozenset({*_HIDDEN, "consent", "form-name", "subject", _NETLIFY_TRAP, *(asked.value for asked in Asked)})
"""Names of fields that mean something already."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that people fill in. ``label`` is empty where the theme has its own words for what is ``asked``."""

    name: str
    asked: Asked
    label: str
    required: bool


@dataclass(frozen=True, slots=True)
class HtmlForm:
    """A form: its attributes, its hidden fields, the name of its trap, and who keeps what is sent."""

    attributes: Pairs
    hidden: Pairs
    trap: str
    keeper: str
    fields: tuple[Field, ...]


def form_of(signup: Signup, settings: Settings, session: Session, strings: Strings, thanks: str) -> HtmlForm:
    """The form by which one signs up for a session. ``thanks`` is the address of the page to show when it was sent, if there is one.

    Of a full session it is the form by which one joins the waiting list.
    """
    known = session_fields(settings, session, waiting=session.full)
    fields = tuple(_fields(signup.questions))
    if signup.provider is Provider.NETLIFY:
        name = _list_name(signup, settings, session)
        return HtmlForm(_netlify(name, settings, thanks), (("form-name", name), *known), _NETLIFY_TRAP, "Netlify", fields)
    own = _formspree if signup.provider is Provider.FORMSPREE else _basin
    attributes = (("action", f"{ENDPOINTS[signup.provider]}/f/{signup.target}"), ("method", "post"))
    back = addresses.absolute(settings, thanks) if thanks else ""
    subject = strings.say("Sign-up: %(session)s", session=summary_of(settings, session, strings))
    return HtmlForm(attributes, (*own(subject, back), *known), "_gotcha", signup.provider.capitalize(), fields)


def session_fields(settings: Settings, session: Session, *, waiting: bool) -> Pairs:
    """What goes along with every form: the same fields on every page, for a host that learns a form's fields from one of them."""
    values = (
        tidy_line(session.title),
        session.when.iso_start,
        session.identity.uid,
        addresses.absolute(settings, session.address),
        referral_of(session.event),
        "yes" if waiting else "no",
    )
    return tuple(zip(_HIDDEN, values, strict=True))


def _list_name(signup: Signup, settings: Settings, session: Session) -> str:
    """One form for the whole site, so that all sign-ups stand in one list; one that asks something else is a list of its own."""
    usual = settings.signup.questions if settings.signup else LEAST
    return "sign-up" if signup.questions == usual else f"sign-up-{session.event.slug}"


def _netlify(name: str, settings: Settings, thanks: str) -> Pairs:
    action = (("action", addresses.href(settings, thanks)),) if thanks else ()
    return (("name", name), ("method", "post"), ("data-netlify", "true"), ("data-netlify-honeypot", _NETLIFY_TRAP), *action)


def _formspree(subject: str, back: str) -> Pairs:
    return (("_subject", subject), *((("_next", back),) if back else ()))


def _basin(_subject: str, back: str) -> Pairs:
    return (("_redirect", back),) if back else ()


def _fields(questions: Iterable[Question]) -> Iterator[Field]:
    """The questions with names of fields, each of which is there once and means nothing else."""
    taken = set(_TAKEN)
    for number, question in enumerate(questions, 1):
        if not question.elsewhere:
            name = question.asked.value if not question.label else free_name(slug_of(question.label) or f"question-{number}", taken)
            yield Field(name, question.asked, question.label, not question.optional)
