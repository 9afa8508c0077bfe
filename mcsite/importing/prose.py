"""Descriptions as Markdown: plain text that is to be read as it stands, and the HTML that calendars put into it.

Our own small converter: what it writes has to be what ``render.markup`` reads, with its lists, bare addresses and backslashes, and may
hold nothing that pages refuse, such as pictures from elsewhere.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from mcsite.diagnostics import Misread
from mcsite.source.addresses import any_link
from mcsite.source.references import BARE_ADDRESS, bare_target

_HTML = re.compile(
    r"<(?:br|p|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|html|body|table|font|img|blockquote|pre|hr)(?:\s[^<>]*)?/?>|</(?:a|p|b|i|u|div|span)>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{2,5}|[lr]squo|[lr]dquo|ndash|mdash|hellip);")
_SIGNS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~~|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_AT_BEGINNING = re.compile(r"(#{1,6}|>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|[-=_*~:|](?=[-=_*~:| ]*$)|~~~|!(?=\[))")
_WRAPPED = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
_BREAK = "  \n"


def is_html(text: str) -> bool:
    """Whether a description is HTML, as Google Calendar writes it, rather than text."""
    return bool(_HTML.search(text))


def to_markdown(text: str, *, html: bool = False) -> str:
    """Markdown that reads like the description. Paragraphs and lines stay; addresses become links."""
    if html or is_html(text):
        return from_html(text)
    return from_text(unescape(text) if _ENTITY.search(text) else text)


def from_text(text: str) -> str:
    """Plain text: every sign means itself, every line stays a line."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return _joined([escaped(line) for line in lines])


def escaped(line: str, *, beginning: bool = True) -> str:
    """A line of text in which nothing is taken for Markdown, but for addresses, which stay as they are."""
    parts, done = [], 0
    for found in re.finditer(rf"{_WRAPPED.pattern}|{BARE_ADDRESS.pattern}", line):
        parts += [_plain(line[done : found.start()]), _address(found[0])]
        done = found.end()
    text = "".join([*parts, _plain(line[done:])])
    return _without_beginning(text) if beginning else text


def _address(written: str) -> str:
    """An address as it is; one to which no page may link is no more than text."""
    shown, target = bare_target(written.strip("<>"))
    try:
        any_link(target)
    except Misread:
        return _plain(written.replace("://", "\x02", 1)).replace("\x02", "&#58;//").replace("@", "&#64;").replace("www.", "www&#46;")
    return written if written.startswith("<") else shown + _plain(written[len(shown) :])


def _plain(text: str) -> str:
    return _SIGNS.sub(_marked, text)


def _marked(found: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;", "~~": "&#126;&#126;"}.get(found[0], f"\\{found[0]}")


def _without_beginning(text: str) -> str:
    """What would begin a heading, a list, a quotation or a rule, but for a backslash."""
    found = _AT_BEGINNING.match(text)
    if found is None or text.startswith("\\"):
        return text
    if found[0][0].isdigit():
        return f"{found[0][:-1]}\\{text[len(found[0]) - 1 :]}"
    return f"&#{ord(text[0])};{text[1:]}" if text[0] in "=~:|" else f"\\{text}"


def _joined(lines: list[str]) -> str:
    """Lines with their breaks; empty ones, however many, divide paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(_BREAK.join(paragraph) for paragraph in paragraphs if paragraph)


def from_html(text: str) -> str:
    """HTML as Markdown: paragraphs, headings, lists, links, what is strong or emphasised. Everything else is its text."""
    reader = _Reader(breaks_are_meant=not re.search(r"<(?:br|p|div|li|html)\b", text, re.IGNORECASE))
    reader.feed(text)
    reader.close()
    return reader.markdown()


_BLOCKS = {"p", "div", "ul", "ol", "table", "blockquote", "pre", "hr", "section", "article", "header", "footer", "center", "dl", "dt", "dd", "body", "html"}
_SILENT = {"style", "script", "head", "title", "template"}
_HEADING = re.compile(r"h[1-6]")
_STRONG, _EMPHASIS = {"b", "strong"}, {"i", "em"}


class _Reader(HTMLParser):
    """``blocks`` are finished ones; ``line`` is what is being written. Marks stand around words, never around blanks."""

    def __init__(self, *, breaks_are_meant: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.breaks_are_meant = breaks_are_meant
        self.blocks: list[tuple[str, str, int]] = []
        self.lines: list[str] = []
        self.line = ""
        self.prefix = ""
        self.depth: list[tuple[str, int]] = []
        self.marks: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.silent = 0

    def markdown(self) -> str:
        """What was read, list items close together, everything else with a blank line between."""
        self._end_block()
        text, before = "", ""
        for kind, block, level in self.blocks:
            text += ("" if not text else "\n" if kind == before == "item" else "\n\n") + " " * (4 * max(level - 1, 0) if kind == "item" else 0) + block
            before = kind
        return text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in {"br", "hr"}:
            self._end_line() if tag == "br" else self._end_block()
        elif tag in {"ul", "ol"}:
            self._end_block()
            self.depth.append((tag, 0))
        elif tag == "li":
            self._end_block()
            self._item()
        elif tag in _BLOCKS or tag == "tr" or _HEADING.fullmatch(tag):
            self._end_block()
            self.prefix = f"{'#' * max(2, int(tag[1]))} " if _HEADING.fullmatch(tag) else "> " if tag == "blockquote" else self.prefix
        elif tag in {"td", "th"}:
            self._say(" ")
        elif tag in _STRONG | _EMPHASIS:
            self._mark("**" if tag in _STRONG else "*")
        elif tag == "a":
            self.links.append((_target(dict(attrs).get("href") or ""), len(self.line)))
        elif tag == "img":
            self._say(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in {"ul", "ol"}:
            self._end_block()
            if self.depth:
                self.depth.pop()
        elif tag in _BLOCKS or tag in {"li", "tr"} or _HEADING.fullmatch(tag):
            self._end_block()
        elif tag in _STRONG | _EMPHASIS:
            self._unmark("**" if tag in _STRONG else "*")
        elif tag == "a" and self.links:
            self._link(*self.links.pop())

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        for number, line in enumerate(data.split("\n") if self.breaks_are_meant else [data]):
            if number:
                self._end_line()
            self._say(line)

    def _say(self, text: str) -> None:
        words = re.sub(r"\s+", " ", text)
        if not self.line or self.line.endswith((" ", "\x02*", "\x02**")):
            words = words.lstrip(" ")
        if words:
            self.line += escaped(words, beginning=False)

    def _mark(self, mark: str) -> None:
        if mark not in self.marks:
            self.marks.append(mark)
            self.line += f"\x02{mark}"

    def _unmark(self, mark: str) -> None:
        if mark in self.marks:
            self.marks.remove(mark)
            self.line += f"\x03{mark}"

    def _link(self, address: str, since: int) -> None:
        shown = self.line[since:] if since <= len(self.line) else ""
        words = re.sub("[\x02\x03]\\*{1,2}", "", shown).strip()
        if not address or not words:
            return
        plain = unescape(re.sub(r"\\([\\`*\[\]_])", r"\1", words))
        if plain.rstrip("/") in (address.rstrip("/"), address.removeprefix("mailto:"), re.sub(r"^https?://", "", address).rstrip("/")):
            linked = address if BARE_ADDRESS.fullmatch(address) else f"<{address}>"
        else:
            linked = f"[{_unlinked(words)}]({_in_brackets(address)})"
        self.line = self.line[:since] + (" " if shown.startswith(" ") else "") + linked + (" " if shown.endswith(" ") else "")

    def _item(self) -> None:
        kind, number = self.depth[-1] if self.depth else ("ul", 0)
        if self.depth:
            self.depth[-1] = (kind, number + 1)
        self.prefix = "- " if kind == "ul" else f"{number + 1}. "

    def _end_line(self) -> None:
        self.lines.append(_settled(self.line + "".join(f"\x03{mark}" for mark in reversed(self.marks))))
        self.line = "".join(f"\x02{mark}" for mark in self.marks)
        self.links = [(address, len(self.line)) for address, _ in self.links]

    def _end_block(self) -> None:
        self._end_line()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        while self.lines and not self.lines[0]:
            self.lines.pop(0)
        if self.lines:
            is_item = self.prefix[:1] in ("-", *"123456789")
            for number, part in enumerate(_joined([_without_beginning(line) for line in self.lines]).split("\n\n")):
                own = self.prefix if number == 0 or self.prefix == "> " else ""
                text = (
                    " ".join(part.split(_BREAK))
                    if own.startswith("#")
                    else part.replace("\n", "\n" + ("> " if own == "> " else "    " * len(self.depth) if is_item else ""))
                )
                self.blocks.append(("item" if is_item and own else "text", own + text, len(self.depth) if is_item else 0))
            self.prefix = ""
        self.lines = []


def _settled(line: str) -> str:
    """Marks moved to the words that they are about; those about nothing are left out."""
    text, before = line, ""
    while text != before:
        before = text
        text = re.sub("\x02(\\*{1,2})(\\s*)\x03\\1(?!\\*)", r"\2", text)
        text = re.sub("\x02(\\*{1,2})(\\s+)", "\\2\x02\\1", text)
        text = re.sub("(\\s+)\x03(\\*{1,2})", "\x03\\2\\1", text)
    return " ".join(_spaced(text).split())


def _spaced(text: str) -> str:
    """A mark that touches a letter on its outer side, or lies beside another, would be read as signs: then it is left out."""
    parts = re.split("([\x02\x03]\\*{1,2})", text)
    for place in range(1, len(parts), 2):
        parts[place] = parts[place][1:]
    return "".join(parts)


def _target(href: str) -> str:
    """Where a link leads; the real address behind Google's. Nothing for what no page may link to."""
    address = href.strip()
    try:
        split = urlsplit(address) if "google.com/url?" in address else None
        if split and split.path == "/url":
            address = (parse_qs(split.query).get("q") or parse_qs(split.query).get("url") or [address])[0]
        return any_link(address) if address else ""
    except (Misread, ValueError):
        return ""


def _unlinked(words: str) -> str:
    """Words of a link that look like an address would be a link within a link."""
    return re.sub("[\x02\x03]", "", re.sub("[\x02\x03]\\*{1,2}", "", words))


def _in_brackets(address: str) -> str:
    return f"<{address}>" if re.search(r"[()\s*_]", address) else address
