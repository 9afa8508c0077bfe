"""How one signs up, in one line: an address, a number, a provider's name, or a provider with its own data."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread
from mcsite.model.signup import PLACEHOLDERS, Provider, Signup
from mcsite.source.addresses import mail_address, telephone, telephone_link, web_address
from mcsite.source.answers import one_of
from mcsite.source.nearest import did_you_mean

_WORDS = {"none": Provider.NONE, "no": Provider.NONE, "off": Provider.NONE, "false": Provider.NONE, "netlify": Provider.NETLIFY}
_OWN_ADDRESSES = (
    (Provider.FORMSPREE, re.compile(r"https://formspree\.io/f/([A-Za-z0-9]+)/?", re.ASCII)),
    (Provider.BASIN, re.compile(r"https://usebasin\.com/f/([A-Za-z0-9]+)/?", re.ASCII)),
    (Provider.WHATSAPP, re.compile(r"https://wa\.me/([0-9]+)/?(?:\?.*)?", re.ASCII)),
)
"""How a provider's own address is known, and what in it is the target."""
_FORM_ID = re.compile(r"[A-Za-z0-9]{4,40}", re.ASCII)
_NAMED = re.compile(r"(formspree|basin|whats\s?app|e?-?mail|telephone|phone|tel)(?:[\s:/]+|$)(.*)", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ()./-]{4,}", re.ASCII)
_SENTENCE = re.compile(r"[^\W\d_]+,?(?: [^\s:/@]+)+")
_PLACEHOLDER = re.compile(r"\{([^{}/?&=]*)\}")
_SPELLINGS = {"email": "mail", "e-mail": "mail", "url": "link", "no": "none", "phone": "telephone", "tel": "telephone", "whats app": "whatsapp"}
_BY_LINK = ("google", "google forms", "google-forms", "tally", "fillout", "typeform", "luma", "cal.com", "calendly", "eventbrite", "jane", "doodle")
_ELSEWHERE = dict.fromkeys(_BY_LINK, "write the address of the form or page there, as the browser shows it: https://…")


def signup(text: str) -> Signup:
    """``https://…``, ``hello@example.org``, ``tel:+44…``, ``whatsapp: +44…``, ``netlify``, ``formspree: abcdwxyz`` or ``none``. Raises ``Misread``."""
    word = text.casefold()
    if word in _WORDS:
        return Signup(_WORDS[word])
    if own := _of_own_address(text):
        return own
    if named := _NAMED.fullmatch(text):
        return by(Provider(provider(named[1].casefold())), named[2])
    if word.startswith("mailto:") or ("@" in text and "/" not in text):
        return by(Provider.MAIL, text)
    return _other(text)


def by(taker: Provider, target: str) -> Signup:
    """The way by a provider whose name was understood. Raises ``Misread`` when the target is not what that provider needs."""
    match taker:
        case Provider.LINK:
            return _of_own_address(target) or Signup(taker, link(target))
        case Provider.MAIL:
            return Signup(taker, mail_address(target.partition("?")[0]))
        case Provider.TELEPHONE | Provider.WHATSAPP:
            return Signup(taker, number(target))
        case Provider.FORMSPREE | Provider.BASIN:
            return Signup(taker, _form_id(taker, target))
        case _ if target:
            raise Misread("E715", f"sign-up by {taker} needs nothing more, and this says '{target}'", f"write 'signup: {taker}' alone")
        case _:
            return Signup(taker)


def link(text: str) -> str:
    """An address of the web that may have placeholders, which come out percent-encoded like all else. Raises ``Misread``, E720 for an unknown one."""
    for name in _PLACEHOLDER.findall(text):
        if name.strip().casefold() not in PLACEHOLDERS:
            raise Misread("E720", f"'{{{name}}}' in this link is nothing that could be filled in", did_you_mean(name, PLACEHOLDERS))
    return web_address(_PLACEHOLDER.sub(lambda found: f"{{{found[1].strip().casefold()}}}", text))


def number(text: str) -> str:
    """A telephone number with its country, for people to read; people abroad and WhatsApp can do nothing with another one. Raises ``Misread``."""
    written = text.strip()
    plain = telephone("+" + written[2:] if written.startswith("00") else written)
    if not plain.startswith("+"):
        help_ = f"write + and the country's number for the first 0, for example +44 {plain.lstrip('0 ')} in Britain"
        raise Misread("E755", f"'{written}' does not say in which country it is", help_)
    if len(telephone_link(plain)) < len("tel:+1234567"):
        raise Misread("E755", f"'{written}' is too short for a number with its country", "write for example +44 20 7946 0018")
    return plain


provider = one_of([taker.value for taker in Provider], _SPELLINGS, _ELSEWHERE)
"""The name of a provider as it is written. Raises ``Misread`` E702."""


def _of_own_address(text: str) -> Signup | None:
    """A form whose host we know by its address needs no name."""
    for taker, pattern in _OWN_ADDRESSES:
        if found := pattern.fullmatch(text.strip()):
            return by(taker, f"+{found[1]}" if taker is Provider.WHATSAPP else found[1])
    return None


def _other(text: str) -> Signup:
    if text.casefold() in _ELSEWHERE or (re.fullmatch(r"[\w-]+", text) and not text.isdecimal()):
        return by(Provider(provider(text)), "")
    if _TELEPHONE.fullmatch(text):
        return by(Provider.TELEPHONE, text)
    if _SENTENCE.fullmatch(text):
        raise Misread("E715", f"'{text}' is a sentence, and people sign up by an address or a form", "write the sentence into the text, and signup: none")
    return by(Provider.LINK, text)


def _form_id(taker: Provider, text: str) -> str:
    own = _of_own_address(text)
    plain = own.target if own and own.provider is taker else text.strip().strip("/")
    if not _FORM_ID.fullmatch(plain):
        name = taker.capitalize()
        raise Misread(
            "E715",
            f"'{text}' is not the id of a form at {name}" if text else f"the id of the form at {name} is missing",
            "it is the last part of the form's address there, for example abcdwxyz",
        )
    return plain
