"""What every text of the site gets once it is clean: headings in order, tables that scroll, boxes to tick, pictures with a size.

Works on the tags that ``cleaning`` writes. Each step goes over the list of tokens once and changes their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape, unescape

from mcsite.model.addresses import spelled
from mcsite.model.prose import Picture
from mcsite.render.picture_tag import picture_tag
from mcsite.render.tokens import PHRASING, Token, tokens_of
from mcsite.render.typography import Marks, curled, marks_of
from mcsite.source.slugs import free_name, slug_of

RESERVED = frozenset({
    "agenda", "at-short-notice", "calendar", "content", "details", "follow", "main", "menu", "nav", "navigation", "search", "sessions", "signup",
    "signup-form", "signup-title", "subscribe", "top",
})  # fmt: skip
"""Anchors that themes use for the parts of a page; a heading with such a name gets a number."""

_ALIGN = re.compile(r' align="([a-z]+)"')
_TASK = re.compile(r"\s*\[([ xX])\]\s+(?=\S)|\s*\[([ xX])\]\s+$")
_LITERAL = frozenset({"code", "kbd", "pre", "samp", "var"})
_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def finished(html: str, pictures: Mapping[str, Picture], shift: int = 0, prefix: str = "", language: str = "en") -> str:
    """Clean HTML made ready for a page.

    ``pictures`` are known by the address that stands in ``src``. The highest heading becomes ``<h2>``, or as much deeper
    as ``shift`` says; its ``id`` begins with ``prefix``. Quotations are marked as in ``language``.
    """
    tokens = tokens_of(html)
    taken = _drop_twin_anchors(tokens) if ' id="' in html else set(RESERVED)
    _order_headings(tokens, shift, prefix, taken)
    _curl(tokens, marks_of(language))
    if "[" in html:
        _tick_boxes(tokens)
    _finish_tags(tokens, pictures, begins=not prefix)
    if "<table" in html:
        _wrap_tables(tokens)
    return "".join(token.text for token in tokens)


def _drop_twin_anchors(tokens: Iterable[Token]) -> set[str]:
    """Every ``id`` that is taken; one that comes twice loses the second."""
    taken = set(RESERVED)
    for token in tokens:
        name = token.attributes.get("id") if token.tag and ' id="' in token.text else None
        if name is None:
            continue
        if name in taken or token.tag in _HEADINGS:
            token.text = token.text.replace(f' id="{name}"', "", 1)
        taken.add(name) if token.tag not in _HEADINGS else None
    return taken


def _order_headings(tokens: list[Token], shift: int, prefix: str, taken: set[str]) -> None:
    """Levels without gaps below the page's own title, and an anchor made of the words of each heading."""
    above: list[int] = []
    open_at: dict[str, list[int]] = {}
    for position, token in enumerate(tokens):
        if token.tag not in _HEADINGS:
            continue
        if not token.closing:
            open_at.setdefault(token.tag, []).append(position)
        elif starts := open_at.get(token.tag):
            start = starts.pop()
            tag = f"h{_level(above, int(token.tag[1]), shift)}"
            words = "".join(part.text for part in tokens[start:position] if not part.tag)
            anchor = free_name(prefix + (slug_of(_APOSTROPHES.sub("", unescape(words))) or "section"), taken)
            tokens[start].text = tokens[start].text.replace(f"<{token.tag}", f'<{tag} id="{anchor}"', 1)
            token.text = f"</{tag}>"


def _level(above: list[int], written: int, shift: int) -> int:
    """The level of a heading on the page; ``above`` are the levels, as written, of the headings it stands under."""
    while above and above[-1] >= written:
        above.pop()
    above.append(written)
    return min(6, 1 + shift + len(above))


def _tick_boxes(tokens: list[Token]) -> None:
    """``[ ]`` and ``[x]`` at the beginning of a list item become boxes that name what they stand for."""
    labelled: Token | None = None
    begins = False
    for token in tokens:
        if labelled and token.tag and token.tag not in PHRASING:
            token.text = f"</label>{token.text}"
            labelled = None
        if token.tag:
            begins = not token.closing and (token.tag == "li" or (begins and token.tag == "p"))
        elif token.text.strip():
            task = _TASK.match(token.text) if begins else None
            if task:
                state = " checked" if (task[1] or task[2]) in "xX" else ""
                token.text = f'<label><input type="checkbox" disabled{state}> {token.text[task.end() :]}'
                labelled = token
            begins = False


def _curl(tokens: Iterable[Token], marks: Marks) -> None:
    """Typographic marks in running text, not in code. What stands before a mark may be in the token before."""
    literal, before = 0, " "
    for token in tokens:
        if token.tag:
            literal += (-1 if token.closing else 1) if token.tag in _LITERAL else 0
            if token.tag not in PHRASING or token.tag == "br":
                before = " "
        else:
            last = token.text[-1:]
            if not literal:
                token.text = curled(token.text, before, marks)
            before = last


def _finish_tags(tokens: Iterable[Token], pictures: Mapping[str, Picture], *, begins: bool) -> None:
    """``begins``: the text is the page's first, so that a picture with which it begins is seen as soon as the page opens."""
    for token in tokens:
        if not token.tag:
            begins = begins and not token.text.strip()
            continue
        if token.closing:
            continue
        match token.tag:
            case "img":
                token.text = _picture(token.attributes, pictures, begins)
                begins = False
            case "a" if token.attributes.get("href", "").startswith(("http:", "https:")):
                token.text = f'{token.text[:-1]} rel="noopener">'
            case "th" | "td":
                token.text = _cell(token)


def _picture(attributes: dict[str, str], pictures: Mapping[str, Picture], begins: bool) -> str:
    """The tag of a picture, first of all if the text begins with it; of one that is not known, only what it was said to show."""
    alt = attributes.get("alt", "")
    source = unescape(attributes.get("src", ""))
    picture = pictures.get(source)
    if picture is None:
        return alt
    base = source.removesuffix(spelled(picture.path))
    return picture_tag(replace(picture, alt=unescape(alt)), base, title=unescape(attributes.get("title", "")), first=begins)


def _cell(token: Token) -> str:
    text = _ALIGN.sub(r' class="align-\1"', token.text)
    return text if token.tag == "td" or ' scope="' in text else text.replace("<th", '<th scope="col"', 1)


def _wrap_tables(tokens: list[Token]) -> None:
    """A wide table scrolls by itself, also with the keyboard; the region is called what its columns are called."""
    depth, start, names = 0, 0, set[str]()
    for position, token in enumerate(tokens):
        if token.tag != "table":
            continue
        depth += -1 if token.closing else 1
        if not token.closing and depth == 1:
            start = position
        elif token.closing and depth == 0:
            name = free_name(_columns(tokens[start:position]), names, "{} ({})")
            tokens[start].text = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{name}">{tokens[start].text}'
            token.text = f"{token.text}</div>"


def _columns(table: list[Token]) -> str:
    """The headings of a table's columns, or else its first words, for those who do not see it."""
    words: list[str] = []
    heading = False
    for token in table:
        if token.tag == "th":
            heading = not token.closing
        elif heading and not token.tag:
            words.append(" ".join(token.text.split()))
    found = [word for word in words if word] or [" ".join(token.text.split()) for token in table if not token.tag and token.text.strip()][:3]
    return escape(unescape(", ".join(found)))[:200] if found else "\N{HORIZONTAL ELLIPSIS}"
