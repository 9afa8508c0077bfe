"""Templates filled in: values become text in Markdown, or in a drawing, and nothing but text.

A title such as ``*Swap* <b>`` reads so in what comes of it: in Markdown its signs are escaped (CommonMark 2.4, and entities for those
that no backslash helps), where a link leads it is percent-encoded (RFC 3986), in SVG it is escaped as XML asks. A template is
gone through once: what stands in a value is never looked at for placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import quote

from mcsite.model.addresses import below
from mcsite.model.filling import Slot, TextTemplate
from mcsite.model.prose import Prose
from mcsite.source.references import references, without_code

Values = tuple[tuple[str, str], ...]
"""What each placeholder of a template becomes, by name."""
LOOKED_AT = 500
"""Characters before a placeholder, of its line, that may tell that it stands in a link."""
_IN_TARGET = re.compile(
    r"\]\([ ]?(?:<[^<>\n]*|[^()<>\s]*)$|^[ >]*\[[^\]\n]+\]:[ ]*<?\S*$|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*$|(?:href|src)=[\"']?[^\"'\s>]*$", re.MULTILINE
)
"""What stands before a value where a link leads."""
_BEGINS_TARGET = re.compile(r"\]\([ ]?<?$|^[ >]*\[[^\]\n]+\]:[ ]*<?$|(?:href|src)=[\"']?$", re.MULTILINE)
"""The same where it begins there: then it must be an address."""
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
"""What stands for these signs in XML (1.0, 2.4). The standard library's own escape comes with all that it takes to fetch a page."""
_SIGNS = re.compile(r"[\\`*_\[\]{}]")
_BEGINNING = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))")
"""What makes a heading or a list of a line that begins with it."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "|": "&#124;", "!": "&#33;", "#": "&#35;"}
_SPECIAL = re.compile(r"[&<~|>]|!(?=\[)|#(?=#*$)")
_ANY_SIGN = re.compile(r"[\\`*_\[\]{}()#+\-.!&<>~|\"'=:]")
_BARE = re.compile(r"https?://\S+")
_ADDRESS = "/:?#@!$&,;=%+.-~"
_NOTHING = "\ufdd0"
"""Stands where a placeholder has become nothing: a sign that is no character (Unicode, 23.7)."""
_SILENT_LINE = re.compile(rf"^[ \t]*{_NOTHING}[ \t{_NOTHING}]*(?:\n|\Z)", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_BLOCK = re.compile(r"[ ]*(?:[-+*>#|<=]|\d{1,9}[.)]\s|```|~~~|\[[^\]]+\]:|$)")
"""How a line begins that does not go on with the text of the line above."""
_ENDED = re.compile(r"(?:[ ]{2}|\\)$|^[ ]*(?:#|\||<|```|~~~|\[[^\]]+\]:|[-=]+$)|^$")


def in_target(before: str) -> bool:
    """Whether what follows this text is a part of where a link leads."""
    return bool(_IN_TARGET.search(before[-LOOKED_AT:]))


def begins_target(before: str) -> bool:
    """Whether what follows is where a link leads, from its beginning."""
    return bool(_BEGINS_TARGET.search(before[-LOOKED_AT:]))


def filled_text(template: TextTemplate, values: Mapping[str, str]) -> Prose:
    """The text with its values; each line of it stays a line, but those on which nothing is left to say."""
    written = ""
    for part in template.parts:
        before = written[written.rfind("\n") + 1 :]
        written += part if isinstance(part, str) else _as_markdown(value_of(part, values), before, html=template.html) or _NOTHING
    said = _SILENT_LINE.sub("", written).replace(_NOTHING, "")
    return Prose(_lines_kept(said), template.links, template.pictures, template.folder)


def value_of(slot: Slot, values: Mapping[str, str]) -> str:
    """What stands in a placeholder's place."""
    return values[slot.name] or slot.instead or ""


def in_xml(text: str) -> str:
    """Text between the tags of XML, or in an attribute."""
    return text.translate(_XML)


def markdown(text: Prose, base_url: str) -> str:
    """A Markdown text for other places than this site: links and pictures of the site with their full addresses."""
    known = {written: below(base_url, text.folder, address) for written, address in text.links}
    known |= {written: below(base_url, text.folder, picture.path) for written, picture in text.pictures}
    lines = text.source.split("\n")
    for reference in reversed(references(text.source)):
        if reference.target in known:
            line, start = lines[reference.line - 1], reference.column - 1
            lines[reference.line - 1] = line[:start] + known[reference.target] + line[start + reference.length :]
    return "\n".join(lines)


def has_tags(source: str) -> bool:
    """Whether there are tags of HTML in a Markdown text."""
    return bool(_TAG.search(source))


def _as_markdown(value: str, before: str, *, html: bool) -> str:
    if in_target(before):
        return _as_address(value, before)
    if html:
        return _ANY_SIGN.sub(lambda sign: f"&#{ord(sign[0])};", value)
    if _BARE.fullmatch(value):
        return quote(value, safe=_ADDRESS)
    escaped = _SIGNS.sub(r"\\\g<0>", value)
    return _BEGINNING.sub(_harmless, _SPECIAL.sub(lambda sign: _ENTITIES[sign[0]], escaped))


def _as_address(value: str, before: str) -> str:
    """A whole address, a number to call without the blanks that help the eye, or words within an address."""
    if begins_target(before):
        return quote(value, safe=_ADDRESS)
    return re.sub(r"[^\d+]", "", value) if before.endswith("tel:") else quote(value, safe="@")


def _harmless(beginning: re.Match[str]) -> str:
    """A backslash before a sign, or before the full stop after a number; before an equals sign it would be read as one."""
    sign = beginning[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}" if sign in "#+-" else "&#61;"


def _lines_kept(text: str) -> str:
    """Two blanks at the end of each line that goes on in the next: what is copied into a message has the lines that its author typed."""
    lines = text.split("\n")
    code = without_code(text).split("\n")
    for number, (line, following) in enumerate(pairwise(lines)):
        if code[number] == line and not _ENDED.search(line) and not _BLOCK.match(following):
            lines[number] = f"{line.rstrip()}  "
    return "\n".join(lines)
