"""The only door to nh3: HTML that may hold anything becomes HTML that holds nothing but text, structure and known addresses.

The parser is that of browsers (html5ever), so that what is judged here is what a browser would see. Elements and
attributes are an allow list; addresses go through ``Addresses``, whether they came from Markdown or from raw HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

import nh3

from mcsite.diagnostics import Misread
from mcsite.source.addresses import SCHEMES, any_link
from mcsite.source.references import KINDS

_BLOCKS = "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote pre hr div figure figcaption details summary table caption colgroup col thead tbody tfoot tr th td"
_INLINES = "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr"
TAGS = frozenset((_BLOCKS + " " + _INLINES).split())
ATTRIBUTES = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"href", "class"},
    "div": {"class"},
    "details": {"open"},
    "img": {"alt", "src"},
    "li": {"value"},
    "ol": {"reversed", "start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*")
_NUMBER = re.compile(r"-?[0-9]{1,4}")
_NOTE = re.compile(r"(fn|fnref\d*):(.+)", re.DOTALL)
_VALUES = {
    "align": frozenset({"left", "center", "right"}),
    "class": _CLASSES,
    "dir": frozenset({"ltr", "rtl", "auto"}),
    "scope": frozenset({"row", "col", "rowgroup", "colgroup"}),
    "open": frozenset({""}),
    "reversed": frozenset({""}),
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """What addresses become.

    ``known`` and ``pictures`` map what was written to where it leads; ``prefix`` goes before every ``id``, ``notes``
    before those of footnotes, so that several texts can stand on one page.
    """

    known: dict[str, str]
    pictures: dict[str, str]
    prefix: str = ""
    notes: str = ""

    def link(self, written: str) -> str | None:
        """Where a link leads, or ``None`` when it may lead nowhere."""
        if written in self.known:
            return self.known[written]
        if written.startswith("#"):
            return f"#{self.anchor(written[1:])}"
        try:
            return any_link(written)
        except Misread:
            return None

    def anchor(self, name: str) -> str:
        """An ``id`` of this text as it stands on the page."""
        note = _NOTE.fullmatch(name)
        if note:
            return f"{note[1]}-{self.notes}-{quote(note[2], safe='').replace('%', '_')}"
        return self.prefix + name


def cleaned(html: str, addresses: Addresses) -> str:
    """The harmless part of some HTML, written as browsers write it: every attribute in double quotes."""

    def judge(tag: str, attribute: str, value: str) -> str | None:
        match attribute:
            case "href":
                return addresses.link(value.strip())
            case "title" if not value.strip():
                return None
            case "src":
                return addresses.pictures.get(value.strip())
            case "id":
                return addresses.anchor(value) if value and not any(char.isspace() for char in value) else None
            case _:
                return _plain(tag, attribute, value)

    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea", "select"},
        attribute_filter=judge,
        url_schemes={*SCHEMES, *KINDS},
        link_rel=None,
    )


def _plain(tag: str, attribute: str, value: str) -> str | None:
    if attribute in _VALUES:
        return value if value in _VALUES[attribute] else None
    if attribute == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    if attribute in ("start", "value", "colspan", "rowspan"):
        return value if _NUMBER.fullmatch(value) and (tag in ("ol", "li") or 1 <= int(value) <= 100) else None
    return value
