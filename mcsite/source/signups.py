"""How one signs up: an address, a provider's name, or a provider with its own data."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread
from mcsite.model.signup import Provider, Signup
from mcsite.source.addresses import mail_address, web_address
from mcsite.source.answers import one_of
from mcsite.source.raw import Raw, text_of

_WORDS = {"none": Provider.NONE, "no": Provider.NONE, "off": Provider.NONE, "false": Provider.NONE, "netlify": Provider.NETLIFY}
_FORMSPREE = re.compile(r"https://formspree\.io/f/([A-Za-z0-9]+)/?", re.ASCII)
_FORM_ID = re.compile(r"[A-Za-z0-9]{4,40}", re.ASCII)
_TELEPHONE = re.compile(r"(?:tel:)?\+?[0-9(][0-9 ()./-]{4,}", re.ASCII | re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]+,?(?: [^\s:/@]+)+")
_TARGET_KEYS = {
    "link": ("url", "link", "target"),
    "mail": ("email", "mail", "address", "target"),
    "formspree": ("form", "id", "target"),
    "netlify": (),
    "none": (),
}


def signup(raw: Raw) -> Signup:
    """``https://…``, ``mailto:…``, ``netlify``, ``none``, or ``{provider: formspree, form: abcdwxyz}``. Raises ``Misread``."""
    if isinstance(raw, dict):
        return _of_fields(raw)
    return _of_text(text_of(raw))


def _of_text(text: str) -> Signup:
    word = text.casefold()
    if word in _WORDS:
        return Signup(_WORDS[word])
    if word.startswith("formspree") or _FORMSPREE.fullmatch(text):
        return Signup(Provider.FORMSPREE, _form_id(re.sub(r"(?i)^formspree[\s:/]*", "", text)))
    if word.startswith("mailto:") or ("@" in text and "/" not in text):
        return Signup(Provider.MAIL, mail_address(text.partition("?")[0]))
    return _link(text)


def _link(text: str) -> Signup:
    if re.fullmatch(r"[\w-]+", text):
        provider = Provider(_provider(text))
        return Signup(provider, _target(provider, ""))
    if _TELEPHONE.fullmatch(text):
        raise Misread("E715", f"'{text}' is a telephone number, and people sign up by an address or a form", "write the number into the text, and signup: none")
    if _SENTENCE.fullmatch(text):
        raise Misread("E715", f"'{text}' is a sentence, and people sign up by an address or a form", "write the sentence into the text, and signup: none")
    return Signup(Provider.LINK, web_address(text))


def _of_fields(raw: dict[str, Raw]) -> Signup:
    given = {key.strip().casefold(): text_of(value) for key, value in raw.items() if value is not None}
    if "provider" not in given:
        raise Misread("E715", "sign-up does not say who takes it", "write for example {provider: formspree, form: abcdwxyz}")
    provider = Provider(_provider(given.pop("provider")))
    unknown = sorted(set(given) - set(_TARGET_KEYS[provider]))
    if unknown:
        raise Misread("E715", f"sign-up by {provider} has no field '{unknown[0]}'", f"known here: {', '.join(('provider', *_TARGET_KEYS[provider][:1]))}")
    return Signup(provider, _target(provider, next(iter(given.values()), "")))


def _target(provider: Provider, text: str) -> str:
    match provider:
        case Provider.LINK:
            return web_address(text)
        case Provider.MAIL:
            return mail_address(text)
        case Provider.FORMSPREE:
            return _form_id(text)
        case _:
            return ""


def _form_id(text: str) -> str:
    found = _FORMSPREE.fullmatch(text)
    plain = found[1] if found else text
    if not _FORM_ID.fullmatch(plain):
        raise Misread(
            "E715",
            f"'{text}' is not the id of a form at Formspree" if text else "the id of the form at Formspree is missing",
            "it is the last part of the form's address there, for example abcdwxyz",
        )
    return plain


_provider = one_of([provider.value for provider in Provider], {"email": "mail", "url": "link", "no": "none"})
