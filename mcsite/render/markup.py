"""The only door to Python-Markdown: Markdown as people type it becomes HTML that is not yet safe (``cleaning`` makes it so).

Beyond Python-Markdown's own syntax: lists as in CommonMark (``lists``), fences at any indentation, tables, footnotes,
``~~struck~~`` text, and bare addresses that become links. Imported only when something must really be
rendered: Python-Markdown takes 30 ms to come in.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlinePass
from markdown.util import AtomicString, code_escape

from mcsite.render import lists
from mcsite.render.triggers import TRIGGERS, may_match, triggered
from mcsite.source.fences import fences
from mcsite.source.references import BARE_ADDRESS, bare_target


def _extensions() -> tuple[Extension, ...]:
    """Made here, not looked up by their names: Python-Markdown would ask every installed package whether it has one of that name."""
    footnotes = FootnoteExtension(BACKLINK_TITLE="", BACKLINK_TEXT="\u21a9\ufe0e")
    return TableExtension(use_align_attribute=True), footnotes, _AsTyped()


def unsafe_html(source: str) -> str:
    """The HTML of a Markdown text. Holds whatever raw HTML and addresses the text holds."""
    reader = _reader()
    reader.reset()
    return reader.convert(source)


@cache
def _reader() -> Markdown:
    reader = plain_reader(_QuickReader)
    reader.treeprocessors.register(_QuickInlinePass(reader), "inline", 20)
    return reader


def plain_reader(kind: type[Markdown] = Markdown) -> Markdown:
    """The reader with all that it does by itself: what ``unsafe_html`` is compared with."""
    return kind(extensions=_extensions(), output_format="html")


class _QuickInlinePass(InlinePass):
    """Python-Markdown's own pass over inline patterns, but for those that cannot match: see ``triggers``.

    It takes the place of one step of the pass. In a version that calls this step otherwise, ours is never called, and all is as it was.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._steps: list[tuple[Any, tuple[str, ...]]] = []
        self._all_named = False

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        names = {id(self.inlinePatterns[name]): name for name in TRIGGERS if name in self.inlinePatterns}
        self._steps = [(pattern, TRIGGERS[names[id(pattern)]] if id(pattern) in names else ()) for pattern in self.inlinePatterns]
        self._all_named = all(signs for _, signs in self._steps)
        if self._all_named:
            _set_apart(tree)
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the name that Python gives to its ``__handleInline``
        if isinstance(data, AtomicString) or (self._all_named and not may_match(data)):
            return data
        for number in range(patternIndex, len(self._steps)):
            pattern, signs = self._steps[number]
            start, matched = 0, triggered(signs, data)
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, number, start)  # type: ignore[attr-defined]  # as above
        return data


def _set_apart(tree: Element) -> None:
    """Mark the texts in which nothing can match, so that they are not looked at again."""
    for element in tree.iter():
        text = element.text
        if text and not isinstance(text, AtomicString) and not may_match(text):
            element.text = AtomicString(text)


class _QuickReader(Markdown):
    """Knows of an element at once whether it is a block: it is asked a hundred times for a page, and has a list of sixty to look through."""

    def is_block_level(self, tag: Any) -> bool:  # noqa: ANN401 - Python-Markdown's signature
        """Whether this is the name of a block."""
        known: bool | None = self._known.get(tag) if isinstance(tag, str) else False
        if known is None:
            known = self._known[tag] = super().is_block_level(tag)
        return known

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}


class _AsTyped(Extension):
    """What people type that Python-Markdown does not know, and without what it makes of lists."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        code: list[str] = []
        md.preprocessors.register(_FencePreprocessor(md, code), "fences", 25)
        blocks = md.parser.blockprocessors
        for name in ("indent", "olist", "ulist"):
            blocks.deregister(name)
        blocks.register(_FenceProcessor(md.parser, code), "fences", 88)
        blocks.register(_ListProcessor(md.parser), "lists", 65)
        md.inlinePatterns.register(_BareAddress(BARE_ADDRESS.pattern, md), "bare_address", 70)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)((?:(?!~~).)+)(?<=\S)~~(?!~)", "del"), "struck", 65)


class _FencePreprocessor(Preprocessor):
    """Sets fenced code aside before anything reads it; a mark of its own stays in its place."""

    def __init__(self, md: Markdown, code: list[str]) -> None:
        super().__init__(md)
        self.code = code

    def run(self, lines: list[str]) -> list[str]:
        self.code.clear()
        kept: list[str] = []
        done = 0
        for fence in fences(lines):
            kept += lines[done : fence.first]
            kept.append(f"{' ' * fence.indent}\x02fence:{len(self.code)}\x03")
            self.code.append(fence.code(lines))
            done = fence.last + 1
        return kept + lines[done:]


class _FenceProcessor(BlockProcessor):
    """Puts the code back, as an element of its own, wherever its mark stands."""

    MARK = re.compile(r"^ *\x02fence:(\d+)\x03 *$", re.MULTILINE)

    def __init__(self, parser: object, code: list[str]) -> None:
        super().__init__(parser)  # type: ignore[arg-type]
        self.code = code

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        found = self.MARK.search(block) if self.code else None
        return found is not None and lists.beginning(block[: found.start()]) is None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        mark = self.MARK.search(block)
        if mark is None:
            raise ValueError("this block has no mark of fenced code")
        before, after = block[: mark.start()].rstrip("\n"), block[mark.end() :].lstrip("\n")
        if before:
            self.parser.parseBlocks(parent, [before])
        code = SubElement(SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape(self.code[int(mark[1])]))
        if after:
            blocks.insert(0, after)


class _ListProcessor(BlockProcessor):
    """Lists as ``lists`` reads them."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        return lists.beginning(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        start = lists.beginning(blocks[0])
        if start:
            self.parser.parseBlocks(parent, [blocks[0][: start - 1]])
            blocks[0] = blocks[0][start:]
        lines = lists.Lines(blocks)
        listing = lists.take(lines)
        lines.close()
        self._build(parent, listing)

    def _build(self, parent: Element, listing: lists.Listing) -> None:
        element = SubElement(parent, "ol" if listing.ordered else "ul")
        if listing.ordered and listing.start != 1:
            element.set("start", str(listing.start))
        for text in listing.items:
            item = SubElement(element, "li")
            self.parser.parseBlocks(item, "\n".join(text).split("\n\n"))
            if not listing.loose:
                _unwrap(item)


def _unwrap(item: Element) -> None:
    """Take the paragraphs of a tight list's item out of their elements: their text stands in the item itself."""
    previous: Element | None = None
    for child in list(item):
        if child.tag != "p":
            previous = child
            continue
        text = child.text or ""
        item.remove(child)
        if previous is None:
            item.text = f"{item.text}\n{text}" if item.text else text
        else:
            previous.tail = f"{previous.tail}\n{text}" if previous.tail else text


class _BareAddress(InlineProcessor):
    """An address in running text becomes a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's
        shown, target = bare_target(m[0])
        link = Element("a", href=target)
        link.text = AtomicString(shown)
        return link, m.start(), m.start() + len(shown)
