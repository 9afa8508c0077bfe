"""Links and pictures in Markdown source, each with the place where its target is written.

Knows inline and reference style, addresses in angle brackets and bare ones, and ``<a href>`` and ``<img src>``; code and
comments are blanked first, with as many blanks, so that positions hold. Every step goes over the text once.
A test holds that whatever ``render.prose`` makes a link of was found here, with the same target. Where tags that do not close make the two
disagree all the same, nothing is lost but a warning: on a page only what was resolved from here has an address of the site (``Addresses.link``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from mcsite.source.fences import fences

KINDS = ("event", "workshop", "library", "venue", "person", "people", "partner", "page", "neighbourhood", "tag", "kind")
"""What may stand before the colon of ``[x](workshop:desk-posture)``."""

_REST = r"[^\s<>\[\]\"\x02\x03]*[^\s<>\[\]\"'*_~.,:;!?\x02\x03]"
BARE_ADDRESS = re.compile(rf"(?<![\w/@.:\"'=-])(?:https?://{_REST}|www\.[\w-]+\.{_REST}|[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)")
"""An address of the web or of mail in running text, without the punctuation that follows it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One use of a target. ``line`` and ``column`` (from 1) and ``length`` are those of the target as written.

    ``alt`` is the text of a link, or what a picture is said to show.
    """

    kind: Literal["link", "picture"]
    target: str
    alt: str
    line: int
    column: int
    length: int


def references(body: str, first_line: int = 1) -> tuple[Reference, ...]:
    """Every link and picture, in order of place; ``first_line`` is the number of the body's first line in its file."""
    if not _HINT.search(body):
        return ()
    text = without_code(body)
    starts = _line_starts(text)
    uses = sorted(_uses(text), key=lambda use: (use.start, use.end, use.kind, use.alt))
    return tuple(use.placed(starts, first_line) for use in uses)


def bare_target(text: str) -> tuple[str, str]:
    """What of a match of ``BARE_ADDRESS`` is shown, and where it leads: without a closing bracket that was opened before it."""
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip("'*_~.,:;!?")
    if "://" in text:
        return text, text
    return text, f"https://{text}" if text.startswith("www.") else f"mailto:{text}"


_HINT = re.compile(r"\]|<|://|www\.|@")
_CODE_ENDS = re.compile(r"\n(?=[ \t]*(?:\n|[-+*] |\d{1,9}[.)] |#|\||>|$))")
"""Where a run of text ends within which a code span may lie."""
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_BACKTICKS = re.compile(r"\\\\|\\`|`+")
_BRACKET = re.compile(r"\\.|!?\[|\]|\n[ \t]*(?=\n)", re.DOTALL)
_IN_ANGLES = re.compile(r"\(\s*<([^<>\n]*)>\s*(?:\"[^\"]*\"|'[^']*')?\s*\)")
_PLAIN = re.compile(r"\(\s*((?:\\.|\([^()\n]{0,500}\)|[^()\\]){0,2000}?)(?:\s+(?:\"(?:\\.|[^\"\\]){0,500}\"|'[^']{0,500}'))?\s*\)", re.DOTALL)
_REST_OF_LABEL = re.compile(r"(?:(?!\n[ \t]*\n|-->)[^\[\]]){0,500}\]")
"""Of a link's text, from a sign in it on, up to the closing bracket."""
_LABEL = re.compile(r"\s?\[([^\[\]]{0,500})\]")
_DEFINITION = re.compile(
    r"^(?:[ >]|(?:[-+*]|\d{1,9}[.)])[ ])*\[(?!\^)([^\[\]\n]{1,500})\]:[ ]*(?:\n[ ]*)?(\S+)[ ]*"
    r"(?:(?:\n[ ]*)?(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))[ ]*)?$",
    re.MULTILINE,
)
_ANGLED = re.compile(r"<((?:https?|webcal|[A-Za-z][A-Za-z0-9+.-]{1,31})://[^<>\n]*|(?:tel|geo):[^<>\n]*|[^<>@\s!]+@[^<>@\s]+)>")
_TAG = re.compile(r"<(a|img)(?=[\s/])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_END_OF_ADDRESS = re.compile(rf"{_ENTITY.pattern}|\\[\\`*_{{}}\[\]()>#+.!|-]")
"""Before entities and escaped signs ends an address in running text, because Python-Markdown reads these first."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A reference by the offsets of its target."""

    kind: Literal["link", "picture"]
    target: str
    alt: str
    start: int
    end: int

    def placed(self, starts: list[int], first_line: int) -> Reference:
        line = bisect_right(starts, self.start) - 1
        return Reference(self.kind, self.target, self.alt, first_line + line, self.start - starts[line] + 1, max(1, self.end - self.start))


@dataclass(frozen=True, slots=True)
class _Target:
    text: str
    start: int
    end: int


def _uses(text: str) -> list[_Use]:
    definitions = _definitions(text)
    without = _DEFINITION.sub(lambda found: _blank(found[0]), text) if definitions else text
    found = [*_bracketed(without, definitions)]
    taken = {place for use in found for place in range(use.start, use.end)}
    for use in (*_angled(without), *_tagged(without), *_bare_addresses(without)):
        if use.start not in taken:
            taken.update(range(use.start, use.end))
            found.append(use)
    return found


def _bracketed(text: str, definitions: dict[str, _Target]) -> Iterator[_Use]:
    """``[text](target)``, ``[text][label]``, ``[label]``, and the same after an exclamation mark."""
    open_brackets: list[tuple[str, int]] = []
    position = 0
    while found := _BRACKET.search(text, position):
        position = found.end()
        if found[0] in ("[", "!["):
            open_brackets.append((found[0], found.end()))
        elif found[0].startswith("\n"):
            open_brackets.clear()
        elif found[0] == "]" and open_brackets:
            mark, start = open_brackets.pop()
            inside = text[start : found.start()]
            target, position = _target(text, found.end(), inside, definitions)
            if target:
                yield _Use("picture" if mark == "![" else "link", target.text, _ESCAPED.sub(r"\1", inside), target.start, target.end)


def _target(text: str, position: int, inside: str, definitions: dict[str, _Target]) -> tuple[_Target | None, int]:
    """What follows a closing bracket: the target, and where to go on reading."""
    direct = _direct(text, position)
    if direct:
        written = direct[1].strip()
        start = direct.start(1) + direct[1].index(written)
        return _Target(_decoded(_ESCAPED.sub(r"\1", written)), start, start + len(written)), direct.end()
    label = _LABEL.match(text, position)
    if label and (defined := definitions.get(_label(label[1] or inside))):
        return defined, label.end()
    return definitions.get(_label(inside)), position


def _definitions(text: str) -> dict[str, _Target]:
    """``[label]: target`` by label; of two with one label the last counts, as in Python-Markdown."""
    found = {}
    for match in _DEFINITION.finditer(text):
        written = match[2].lstrip("<").rstrip(">")
        start = match.start(2) + match[2].index(written)
        found[_label(match[1])] = _Target(_decoded(written), start, start + len(written))
    return found


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _bare_addresses(text: str) -> Iterator[_Use]:
    for found in BARE_ADDRESS.finditer(text):
        end = _END_OF_ADDRESS.search(text, found.start(), found.end() + 1)
        whole = BARE_ADDRESS.match(text, found.start(), end.start()) if end else found
        if whole:
            shown, target = bare_target(whole[0])
            yield _Use("link", target, shown, whole.start(), whole.start() + len(shown))


def _angled(text: str) -> Iterator[_Use]:
    for found in _ANGLED.finditer(text):
        mail = "@" in found[1] and "://" not in found[1] and not found[1].startswith(("tel:", "geo:"))
        target = f"mailto:{found[1].removeprefix('mailto:')}" if mail else found[1]
        yield _Use("link", _decoded(target), found[1], found.start(1), found.end(1))


def _tagged(text: str) -> Iterator[_Use]:
    for tag in _TAG.finditer(text):
        picture = tag[1].lower() == "img"
        attributes = {found[1].lower(): found for found in reversed(list(_ATTRIBUTE.finditer(text, tag.start(2), tag.end(2))))}
        target = attributes.get("src" if picture else "href")
        if target and target.lastindex:
            alt = attributes.get("alt")
            shown = _decoded(alt[alt.lastindex or 2]) if alt else ""
            yield _Use("picture" if picture else "link", _decoded(target[target.lastindex]).strip(), shown, *target.span(target.lastindex))


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def without_code(body: str) -> str:
    """The same text with blanks in the place of code and comments."""
    lines = body.split("\n")
    for fence in fences(lines):
        for number in range(fence.first, fence.last + 1):
            lines[number] = " " * len(lines[number])
    text = "\n".join(_without_indented(lines))
    if "`" in text:
        text = "\n".join(_without_spans(part) for part in _CODE_ENDS.split(text))
    return _without_comments(text)


def _without_indented(lines: list[str]) -> Iterator[str]:
    """Lines, indented code blanked. Below a list indentation means the list, not code."""
    in_list, in_code, after_blank = False, False, True
    for line in lines:
        bare = line.lstrip(" \t")
        indented = line.startswith(("    ", "\t"))
        in_code = bool(bare) and indented and not in_list and (after_blank or in_code)
        goes_on = indented or not after_blank or not bare
        in_list = bool(_ITEM.match(bare)) or (in_list and goes_on)
        after_blank = not bare
        yield " " * len(line) if in_code else line


def _without_spans(text: str) -> str:
    """One run of text, its code spans made unreadable: backticks close at the next run of the same length (CommonMark 6.1)."""
    if "`" not in text:
        return text
    runs = [found for found in _BACKTICKS.finditer(text) if found[0][0] == "`"]
    following: dict[int, list[int]] = {}
    for number, run in enumerate(runs):
        following.setdefault(len(run[0]), []).append(number)
    parts, done, number = [], 0, 0
    while number < len(runs):
        same = following[len(runs[number][0])]
        closing = bisect_right(same, number)
        if closing == len(same):
            number += 1
            continue
        start, end = runs[number].start(), runs[same[closing]].end()
        parts += [text[done:start], re.sub(r"[^\n]", "\ufffd", text[start:end])]
        done, number = end, same[closing] + 1
    return "".join([*parts, text[done:]])


def _without_comments(text: str) -> str:
    parts, done, floor = [], 0, 0
    while (start := text.find("<!--", floor)) >= 0:
        if link_end := _end_of_link_around(text, start, floor):
            floor = link_end
        elif (end := text.find("-->", start + 4)) >= 0:
            parts += [text[done:start], _blank(text[start : end + 3])]
            done = floor = end + 3
        else:
            break
    return "".join([*parts, text[done:]])


def _end_of_link_around(text: str, sign: int, floor: int) -> int:
    """Where the link ends within which ``<!--`` stands, or 0. Python-Markdown reads links first, so that no comment begins there."""
    bracket = text.rfind("](", floor, sign)
    target = _direct(text, bracket + 1) if bracket >= 0 else None
    if target and target.end() > sign:
        return target.end()
    opened = text.rfind("[", floor, sign) > text.rfind("]", floor, sign)
    label = _REST_OF_LABEL.match(text, sign) if opened else None
    target = _direct(text, label.end()) if label else None
    return target.end() if target else 0


def _direct(text: str, position: int) -> re.Match[str] | None:
    """A target in round brackets."""
    return _IN_ANGLES.match(text, position) or _PLAIN.match(text, position)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]
