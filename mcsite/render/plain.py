"""The plain text of rendered prose, for calendars and mails: as one would read it aloud, without marks of HTML or Markdown."""

from __future__ import annotations

import re

from mcsite.render.tags import Attributes, read

_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "details", "hr", "div"])
_LINES = frozenset(["li", "dt", "dd", "tr", "summary", "caption", "figcaption"])
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BARE = re.compile(r"^(?:mailto:|tel:|https?://)")


def plain_text(html: str) -> str:
    """The text of HTML that ``finishing`` wrote.

    Paragraphs have a blank line between them, list items ``-`` or a number, table rows a line each. Addresses follow their
    words in brackets, a picture is what it shows, and what is struck out is left out.
    """
    reader = Reader()
    read(html, reader)
    return "".join(reader.parts).strip()


class Reader:
    """Takes down in ``parts`` what is to be read aloud.

    ``pending`` are the line ends due before the next word; ``glued`` is whether a list item's mark waits for its text.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pending = 0
        self.glued = False
        self.blank = True
        self.numbers: list[int | None] = []
        self.links: list[tuple[str, int]] = []
        self.silent = 0
        self.verbatim = 0
        self.cells = 0
        self.term = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """A tag."""
        if tag in _PARAGRAPHS or (tag in _LINES and not (tag == "dd" and self.term)):
            self._break(tag)
        match tag:
            case "ul":
                self.numbers.append(None)
            case "ol":
                self.numbers.append(int(attributes.get("start") or 1))
            case "li":
                self._item()
            case "dd" if self.term:
                self._trim()
                self._say(": ")
                self.glued = True
            case "tr":
                self.cells = 0
            case "th" | "td":
                self._say(" \N{MIDDLE DOT} " if self.cells else "")
                self.cells += 1
            case "pre":
                self.verbatim += 1
            case "del" | "s":
                self.silent += 1
            case _:
                self._inline(tag, attributes)

    def _inline(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "br":
                self.pending = max(self.pending, 1)
            case "img":
                self._say(attributes.get("alt", ""))
            case "input":
                self._say("\N{BALLOT BOX WITH CHECK} " if "checked" in attributes else "\N{BALLOT BOX} ")
            case "a":
                self._link_begins(attributes)

    def end(self, tag: str) -> None:
        """A closing tag."""
        match tag:
            case "a" if self.links:
                self._link_ends(*self.links.pop())
            case "ul" | "ol" if self.numbers:
                self.numbers.pop()
            case "pre":
                self.verbatim -= 1
            case "del" | "s":
                self.silent -= 1
        self.term = tag == "dt"
        if tag in _PARAGRAPHS or (tag in _LINES and tag != "dt"):
            self._break(tag)

    def text(self, words: str) -> None:
        """Text between two tags."""
        if not self.verbatim:
            self._say(_BLANKS.sub(" ", words))
            return
        for number, line in enumerate(words.rstrip("\n").split("\n")):
            self.pending += number > 0
            self._say(line)

    def _break(self, tag: str) -> None:
        if not self.glued:
            self.pending = max(self.pending, 2 if tag in _PARAGRAPHS and not self.numbers else 1)

    def _say(self, text: str, depth: int | None = None) -> None:
        if self.blank and not self.verbatim:
            text = text.lstrip(" ")
        if self.pending and not self.verbatim:
            text = text.lstrip(" ")
        if not text or self.silent:
            return
        if self.pending and self.parts:
            self._trim()
            self.parts.append("\n" * self.pending + "  " * (len(self.numbers) if depth is None else depth))
        self.pending, self.glued = 0, False
        self.parts.append(text)
        self.blank = text.endswith(" ")

    def _trim(self) -> None:
        while self.parts and not (kept := self.parts[-1].rstrip(" \u00a0")):
            self.parts.pop()
        if self.parts:
            self.parts[-1] = kept

    def _item(self) -> None:
        number = self.numbers[-1] if self.numbers else None
        if self.numbers and number is not None:
            self.numbers[-1] = number + 1
        self._say("- " if number is None else f"{number}. ", len(self.numbers) - 1)
        self.glued = True

    def _link_begins(self, attributes: Attributes) -> None:
        role = attributes.get("class", "")
        address = attributes.get("href", "")
        self._say("[" if role == "footnote-ref" else "")
        if role == "footnote-backref":
            self._trim()
            self.silent += 1
        self.links.append((role or ("" if address.startswith("#") else address), len(self.parts)))

    def _link_ends(self, address: str, since: int) -> None:
        self.silent -= address == "footnote-backref"
        if address == "footnote-ref":
            self._say("]")
        elif address and address != "footnote-backref":
            words = "".join(self.parts[since:]).strip()
            if words not in (address, _BARE.sub("", address)):
                self._say(f" ({_BARE.sub('', address) if address.startswith('mailto:') else address})")
