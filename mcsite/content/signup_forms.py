"""The sign-up field where it says more than a line: who takes the names, what is asked, and what people agree to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar

from mcsite.diagnostics import Misread
from mcsite.model.signup import LEAST, Asked, Intake, Provider, Question, Signup
from mcsite.source import fields, lists, signups
from mcsite.source.form import Form, keys_of, optional, read_form, required, understands
from mcsite.source.misreads import Misreads, Problem
from mcsite.source.raw import Raw, text_of
from mcsite.source.spelling import canonical

MOST_QUESTIONS = 12
"""Beyond this a form is no sign-up any more."""
_KNOWN = {
    "name": Asked.NAME, "first name": Asked.NAME, "your name": Asked.NAME, "email": Asked.EMAIL, "e-mail": Asked.EMAIL, "mail": Asked.EMAIL,
    "phone": Asked.PHONE, "telephone": Asked.PHONE, "mobile": Asked.PHONE,
}  # fmt: skip
"""Questions that every site asks in its own language."""
_NOT_ALONE = "write for example {formspree: abcdwxyz, waiting_list: yes}"


class QuestionForm(Form):
    """One question of a sign-up form."""

    spellings: ClassVar[Mapping[str, str]] = {"question": "label", "title": "label", "text": "label", "name": "label", "intake": "secure_intake"}

    label: fields.Label = required("What people read.", "Anything we should know about access?")
    voluntary: fields.YesOrNo = optional("Whether it may be left empty.", "yes", default=False, key="optional")
    secure_intake: fields.YesOrNo = optional("Whether it is answered in the secure intake that site.md names, and not here.", "yes", default=False)


class IntakeForm(Form):
    """Where people tell about their health."""

    spellings: ClassVar[Mapping[str, str]] = {"title": "name", "link": "url", "address": "url"}

    name: fields.Label = optional("What people know it by.", "Our clinic's intake form", "")
    url: fields.WebAddress = required("Its address.", "https://clinic.example.org/intake")


def _questions(raw: Raw) -> tuple[Question, ...]:
    """``[name, email, {label: Town, optional: yes}]``, or ``name, email``."""
    found = lists.each_entry(_question)(raw.split(",") if isinstance(raw, str) else raw)
    if len(found) > MOST_QUESTIONS:
        raise Misread("E716", f"these are {len(found)} questions, and {MOST_QUESTIONS} are the most that a form may ask", "keep what you need to hold a place")
    again = next((question for number, question in enumerate(found) if question in found[:number]), None)
    if again:
        raise Misread("E704", f"'{again.label or again.asked}' is asked twice", "keep one of the two")
    return found


def _question(raw: Raw) -> Question:
    if not isinstance(raw, Mapping):
        raw = {"label": text_of(raw)}
    form = read_form(QuestionForm, raw)
    known = _KNOWN.get(form.label.casefold())
    return Question(known or Asked.TEXT, "" if known else form.label, form.voluntary, form.secure_intake)


class SignupForm(Form):
    """Who takes the sign-ups, and how. One of the providers is needed, with what it needs behind it."""

    spellings: ClassVar[Mapping[str, str]] = {
        "email": "mail", "e_mail": "mail", "mailto": "mail", "url": "link", "phone": "telephone", "tel": "telephone", "form": "target", "id": "target",
        "address": "target", "number": "target", "questions": "fields", "ask": "fields", "waitlist": "waiting_list", "waiting": "waiting_list",
    }  # fmt: skip

    provider: fields.Line = optional("Who takes the sign-ups, by name.", "formspree", "")
    target: fields.Line = optional("What that provider needs: an address, a number, or the id of a form.", "abcdwxyz", "")
    link: fields.Line = optional("An address of the web; {event}, {date}, {time}, {session}, {url}, {referral} in it are filled in.", "https://x.example", "")
    mail: fields.Line = optional("An address of mail.", "hello@example.org", "")
    telephone: fields.Line = optional("A telephone number with its country.", "+44 20 7946 0018", "")
    whatsapp: fields.Line = optional("A WhatsApp number with its country.", "+44 20 7946 0018", "")
    netlify: fields.YesOrNo = optional("Whether Netlify takes the form.", "yes", default=False)
    formspree: fields.Line = optional("The id of a form at Formspree.", "abcdwxyz", "")
    basin: fields.Line = optional("The id of a form at Basin.", "abcdwxyz", "")
    questions: Annotated[tuple[Question, ...], understands(_questions, list[QuestionForm | str] | str)] = optional(
        "What the form asks, besides the session.", "[name, email]", LEAST, key="fields"
    )
    consent: fields.Line = optional("What people agree to when they send the form.", "You may write to me about this session.", "")
    waiting_list: fields.YesOrNo = optional("Whether people may still put their names down when a session is full.", "yes", default=False)


WAYS = ("link", "mail", "telephone", "whatsapp", "netlify", "formspree", "basin")
"""The keys of ``SignupForm`` that are providers."""


def _signup(raw: Raw) -> Signup:
    """A line, ``{formspree: abcdwxyz, waiting_list: yes}``, or ``{provider: formspree, form: abcdwxyz}``. Raises ``Misread``."""
    if not isinstance(raw, Mapping):
        return signups.signup(text_of(raw))
    form = read_form(SignupForm, raw)
    way = _way(form, raw)
    if not way.provider.takes_forms:
        _refuse_what_is_for_forms(form, raw, way.provider)
    return Signup(way.provider, way.target, form.questions, form.consent, form.waiting_list)


def _way(form: SignupForm, raw: Mapping[str, Raw]) -> Signup:
    """The provider and its target, from wherever in the block they stand."""
    given = [key for key in (*WAYS, "target") if getattr(form, key)]
    if len(given) > 1:
        first, second = (_as_written(raw, key) for key in given[:2])
        raise Misread("E704", f"'{first}' and '{second}' both say how one signs up", "keep one of the two")
    if form.provider:
        return _placed(raw, given[0] if given else "provider", lambda: _by_name(form, given))
    if not given or given == ["target"]:
        raise Misread("E715", "sign-up does not say who takes it", _NOT_ALONE)
    return _placed(raw, given[0], lambda: signups.by(Provider(given[0]), _target(form, given[0])))


def _refuse_what_is_for_forms(form: SignupForm, raw: Mapping[str, Raw], provider: Provider) -> None:
    """What would be read and never shown must not look as if it were."""
    for attribute, key in (("questions", "fields"), ("consent", "consent")):
        if attribute in form.model_fields_set:
            misread = Misread("E715", f"'{key}' is for a form on this site, and sign-up by {provider} has none", "take it out, or ask there")
            raise Misreads((Problem((_as_written(raw, key),), misread, on_key=True),))


def _by_name(form: SignupForm, given: list[str]) -> Signup:
    return signups.by(Provider(signups.provider(form.provider)), _target(form, given[0]) if given else "")


def _target(form: SignupForm, way: str) -> str:
    return "" if way == "netlify" else str(getattr(form, way))


def _placed(raw: Mapping[str, Raw], key: str, read: Callable[[], Signup]) -> Signup:
    """What a reader gives; what it refuses is said at the field, as the author spelt it."""
    try:
        return read()
    except Misread as wrong:
        raise Misreads((Problem((_as_written(raw, key),), wrong),)) from None


def _as_written(raw: Mapping[str, Raw], key: str) -> str:
    """A key as the author spelt it."""
    return next((name for name in raw if canonical(name, keys_of(SignupForm), SignupForm.spellings) == key), key)


def _intake(raw: Raw) -> Intake:
    """``https://…``, or ``{name: …, url: https://…}``."""
    form = read_form(IntakeForm, raw if isinstance(raw, Mapping) else {"url": text_of(raw)})
    return Intake(form.name, form.url)


SignUp = Annotated[Signup, understands(_signup, str | SignupForm)]
SecureIntake = Annotated[Intake, understands(_intake, str | IntakeForm)]
