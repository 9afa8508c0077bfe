"""The one address type: of the web, of mail, of a telephone, or any of these as a link.

Nothing becomes an ``href`` without passing here. Schemes are an allow list; what browsers read differently from people
(control characters, backslashes, hidden names and passwords) is refused. What comes out is ASCII and a valid URI
(RFC 3986), so that it may stand in HTML, iCalendar and JSON alike: blanks and letters outside ASCII are
percent-encoded, international host names are written in Punycode (RFC 5891, without the old mapping of ß to ss).
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from mcsite.diagnostics import Misread

SCHEMES = ("http", "https", "mailto", "tel", "webcal", "geo")
"""What a link may begin with; everything else (``javascript:``, ``data:``, ``file:``) is refused."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LIKE_A_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?", re.DOTALL)
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ()./-]*[0-9)]", re.ASCII)
_GEO = re.compile(r"geo:-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?(?:[;?][\w=&.,;%+-]*)?", re.ASCII)
_FOLDERS = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[^/\\\s;]+)*/?")
_SUB_DELIMS = "!$&'()*+,;=:@~"


def scheme(text: str) -> str:
    """The scheme that the most generous browser would read at the beginning of ``text``, in lower case; or nothing.

    Character references are resolved, and blanks and control characters dropped, before looking (WHATWG URL, 4.4).
    """
    if "&" in text or not text.isprintable():
        text = "".join(char for char in unescape(unescape(text)) if not _invisible(char) and not char.isspace())
    found = _SCHEME.match(text.replace(" ", ""))
    return found[1].lower() if found else ""


def web_address(text: str) -> str:
    """An ``http`` or ``https`` address that stands alone. Raises ``Misread`` with what to write instead."""
    address = _split_web(text, ("http", "https"))
    alone, *more = text.split()
    if more:  # "https://meet.example/1 passcode 123" must not become an address that leads nowhere
        raise Misread(
            "E750", f"{_shown(text)} is an address and something else", f"write the address alone: {alone}; a blank that belongs to it is written %20"
        )
    return address


def site_address(text: str) -> str:
    """An address under which a site can be: without anything that only single pages have. Raises ``Misread``."""
    address = web_address(text)
    parts = urlsplit(address)
    if parts.query or parts.fragment or not _FOLDERS.fullmatch(unquote(parts.path)):
        bare = urlunsplit((parts.scheme, parts.netloc, "/", "", ""))
        raise Misread("E750", f"{_shown(text)} is not an address at which a site can be", f"write host and folders only, for example {bare} or {bare}moves/")
    return address


def mail_address(text: str) -> str:
    """One address of mail (RFC 5321, dot-string); a leading ``mailto:`` is dropped. Raises ``Misread``."""
    text = text.strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    local, at, domain = text.rpartition("@")
    ascii_domain = _host(domain) if at and "." in domain else ""
    if not _LOCAL_PART.fullmatch(local) or not ascii_domain or len(local) > 64 or len(local) + len(ascii_domain) > 253:
        raise Misread("E754", f"{_shown(text)} is not an address of mail", _mail_help(text))
    return f"{local}@{ascii_domain}"


def telephone(text: str) -> str:
    """A telephone number for people to read, with single blanks; a leading ``tel:`` is dropped. Raises ``Misread``."""
    text = " ".join(text.split())
    if text[:4].lower() == "tel:":
        text = text[4:].strip()
    digits = sum(char.isdigit() for char in text)
    if not _TELEPHONE.fullmatch(text) or not 3 <= digits <= 15:
        raise Misread("E755", f"{_shown(text)} is not a telephone number", "write digits and blanks, with the country first, for example +44 20 7946 0018")
    return text


def telephone_link(number: str) -> str:
    """A number that ``telephone`` accepted, as a link (RFC 3966): ``+44 (0)20 7946 0018`` is ``tel:+442079460018``."""
    if number.startswith("+"):
        number = number.replace("(0)", "")
    return "tel:" + re.sub(r"[^+0-9]", "", number)


def any_link(text: str) -> str:
    """A link of any allowed scheme. Raises ``Misread``."""
    match scheme(text):
        case "mailto":
            return _mail_link(text.strip())
        case "tel":
            return telephone_link(telephone(text))
        case "geo":
            return _geo_link(text.strip())
        case _:
            return _split_web(text, ("http", "https", "webcal"))


def _split_web(text: str, allowed: tuple[str, ...]) -> str:
    text = text.strip()
    _refuse_hidden(text)
    _refuse_scheme(text, allowed)
    try:
        parts = urlsplit(text)
        return _rebuilt(text, parts, parts.port)
    except ValueError as wrong:
        if isinstance(wrong, Misread):
            raise
        raise _not_web(text) from None


def _rebuilt(text: str, parts: SplitResult, port: int | None) -> str:
    if parts.username is not None or parts.password is not None:
        raise Misread("E752", f"{_shown(text)} holds a name or a password", "everyone can read it on the site; leave out everything before the @")
    host = _host(parts.hostname or "")
    if not host:
        raise _not_web(text)
    place = f"{host}:{port}" if port is not None else host
    return urlunsplit((parts.scheme.lower(), place, _encoded(parts.path, "/"), _encoded(parts.query, "/?"), _encoded(parts.fragment, "/?")))


def _refuse_hidden(text: str) -> None:
    if not text.isprintable() and any(_invisible(char) for char in text):
        raise Misread("E753", "this address holds an invisible character", "type it anew instead of pasting it")
    if "\\" in text:
        raise Misread("E753", f"{_shown(text)} holds a backslash", "write " + text.replace("\\", "/"))


def _refuse_scheme(text: str, allowed: tuple[str, ...]) -> None:
    found = scheme(text)
    if found in allowed and re.match(rf"{found}://[^/]", text, re.IGNORECASE):
        return
    if found and found not in allowed and not _LIKE_A_HOST.fullmatch(text):
        raise Misread("E751", f"an address of the web cannot begin with {found}:", "write an address that begins with https://")
    raise _not_web(text)


def _not_web(text: str) -> Misread:
    bare = re.sub(r"^[a-z]*:?/+", "", text, flags=re.IGNORECASE)
    if _LIKE_A_HOST.fullmatch(bare) and " " not in bare:
        return Misread("E750", f"{_shown(text)} is not a full address of the web", f"did you mean https://{bare}?")
    return Misread("E750", f"{_shown(text)} is not an address of the web", "write it as the browser shows it, for example https://example.org/book")


def _mail_link(text: str) -> str:
    _refuse_hidden(text)
    address, question, query = text[7:].partition("?")
    return "mailto:" + quote(mail_address(address), safe="@!$&'*+=~") + question + _encoded(query, "/?")


def _geo_link(text: str) -> str:
    if not _GEO.fullmatch(text):
        raise Misread("E756", f"{_shown(text)} is not a place on the map", "write latitude and longitude in degrees, for example geo:51.5033,-0.1196")
    return text


def _mail_help(text: str) -> str:
    inside = re.search(r"<([^<>@\s]+@[^<>@\s]+)>", text)
    if inside:
        return f"write the address alone: {inside[1]}"
    spoken = re.sub(r"\s*[\[(]?\s*(?:@|\bat\b)\s*[\])]?\s*", "@", re.sub(r"\s*[\[(]\s*dot\s*[\])]\s*|\s+dot\s+", ".", text))
    if spoken != text and re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", spoken):
        return f"did you mean {spoken}?"
    return "write one address such as hello@example.org"


def _host(name: str) -> str:
    """A host name in ASCII and lower case, or nothing when it is none. IP addresses and ``localhost`` are hosts too."""
    name = unicodedata.normalize("NFC", name.lower()).rstrip(".")
    if ":" in name or re.fullmatch(r"[\d.]+", name):
        return _ip(name)
    labels = [_label(label) for label in name.split(".")]
    if not all(labels) or (len(labels) == 1 and name != "localhost") or len(".".join(labels)) > 253:
        return ""
    return ".".join(labels)


def _ip(name: str) -> str:
    try:
        found = ip_address(name)
    except ValueError:
        return ""
    return f"[{found}]" if found.version == 6 else str(found)


def _label(label: str) -> str:
    """One part of a host name in ASCII (RFC 5890 A-label), or nothing when it holds what no name may hold."""
    if not label.isascii():
        if not all(char == "-" or unicodedata.category(char)[0] in "LMN" for char in label):
            return ""
        label = "xn--" + label.encode("punycode").decode("ascii")
    return label if _LABEL.fullmatch(label) else ""


def _encoded(text: str, also: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_SUB_DELIMS + also + "%")


def _shown(text: str) -> str:
    """What was typed, as far as it fits a message and can be printed."""
    seen = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return f"'{seen}'" if len(seen) <= 80 else f"'{seen[:79]}\N{HORIZONTAL ELLIPSIS}'"


def _invisible(char: str) -> bool:
    """Control and format characters, lone surrogates included: nothing that a person types on purpose in an address.

    A text that is printable holds none of them, and no blank but the common one, which is quicker to ask than each character.
    """
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
