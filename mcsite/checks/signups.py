"""Checks that signing up asks for nothing it must not ask, says what becomes of the answers, and tells places honestly."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.moment import instant
from mcsite.model.origin import Origin
from mcsite.model.settings import Settings
from mcsite.model.signup import Question, Signup
from mcsite.model.site import Edition
from mcsite.source.health import asked_about


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """Of every way to sign up and every count of places: see the questions below."""
    settings = edition.site.settings
    for signup, origin in _ways(edition):
        for position, question in enumerate(signup.questions):
            yield from _about_health(question, position, origin, settings)
            yield from _nowhere_to_answer(question, position, origin, settings)
        yield from _without_privacy(signup, origin, settings)
    yield from _counts(edition)


def _ways(edition: Edition) -> Iterator[tuple[Signup, Origin]]:
    """Every way to sign up, where it is written: what holds for the whole site is asked about once."""
    own = edition.site.settings.signup
    if own:
        yield own, edition.site.settings.origin
    yield from ((event.signup, event.origin) for event in edition.site.events if event.signup and event.signup != own)


def _about_health(question: Question, position: int, origin: Origin, settings: Settings) -> Iterator[Diagnostic]:
    """E721: a form would ask for data about health, which may not lie with a form's host."""
    words = "" if question.elsewhere else asked_about(question.label, settings.language)
    if words:
        message = f"'{question.label}' asks about health ('{words}'), and a public form must not"
        help_ = "leave it out and ask when you meet, or add 'secure_intake: yes' to it"
        if settings.secure_intake is None:
            help_ += ", with a line like 'secure_intake: https://…' in site.md"
        yield Diagnostic(_place(origin, position), "E721", message, help_)


def _nowhere_to_answer(question: Question, position: int, origin: Origin, settings: Settings) -> Iterator[Diagnostic]:
    """E722: a question is to be answered in a secure intake, and the site names none."""
    if question.elsewhere and settings.secure_intake is None:
        message = f"'{question.label or question.asked}' is to be answered in a secure intake, and site.md names none"
        yield Diagnostic(_place(origin, position), "E722", message, "add a line to site.md like: secure_intake: https://clinic.example.org/intake")


def _without_privacy(signup: Signup, origin: Origin, settings: Settings) -> Iterator[Diagnostic]:
    """W670: a form takes names and nothing says what becomes of them."""
    if signup.provider.takes_forms and not settings.privacy:
        message = "this form takes names and addresses, and no page says what becomes of them"
        yield Diagnostic(origin.span("signup"), "W670", message, "write content/pages/privacy.md, or name the page in site.md: privacy: your-data")


def _counts(edition: Edition) -> Iterator[Diagnostic]:
    """W671: places taken, but not how many there are; W672: counted in the future, so not told."""
    for event in edition.site.events:
        counted = [session for session in edition.sessions_of[event.slug] if session.count]
        if counted and not all(session.capacity for session in counted):
            message = f"'{event.title}' says how many places are taken, but not how many there are"
            yield Diagnostic(event.origin.span("taken"), "W671", message, "add a line such as 'capacity: 10'; until then nothing is said of places")
        if any(session.count and session.count.as_of > instant(edition.now) for session in counted):
            message = "these places were counted at a time that has not come yet, so they are not told"
            yield Diagnostic(event.origin.span("taken", "as_of"), "W672", message, "write when you counted them")


def _place(origin: Origin, position: int) -> Span:
    return origin.span("signup", "fields", position, "label")
