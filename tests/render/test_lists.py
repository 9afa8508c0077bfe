"""Lists as people type them, judged by markdown-it-py: the same items, numbers, nesting and spacing."""

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mcsite.model.prose import Prose
from mcsite.render.markup import unsafe_html
from mcsite.render.prose import to_html

XHTML = "{http://www.w3.org/1999/xhtml}"
ORACLE = MarkdownIt("commonmark", {"html": False})


def structure(html, *, spacing=True):
    """Blocks as nested tuples: (tag, start, blocks), or the words of a run of text. Paragraphs count only as spacing."""
    return _blocks(html5lib.parseFragment(html, container="div"), spacing)


def _blocks(element, spacing):
    found, words = [], []

    def flush():
        text = " ".join(" ".join(words).split())
        if text:
            found.append(text)
        words.clear()

    words.append(element.text or "")
    for child in element:
        tag = child.tag.removeprefix(XHTML) if isinstance(child.tag, str) else "#"
        if tag in ("ul", "ol", "li", "blockquote", "pre", "h1", "h2") or (tag == "p" and spacing):
            flush()
            found.append((tag, child.get("start", "1") if tag == "ol" else "", _blocks(child, spacing)))
        elif tag == "p":
            flush()
            found.extend(_blocks(child, spacing))
        elif tag == "hr":
            flush()
            found.append((tag,))
        else:
            words.append("".join(child.itertext()))
        words.append(child.tail or "")
    flush()
    return tuple(found)


TYPED = {
    "right after a line": "Bring:\n- mat\n- water",
    "two spaces deeper": "- a\n  - b\n    - c\n- d",
    "four spaces deeper": "- a\n    - b\n        - c\n- d",
    "mixed depth": "- a\n    - b\n  - c",
    "numbers with bullets inside": "1. one\n   - x\n   - y\n2. two",
    "numbers four deep": "1. one\n    1. x\n    2. y\n2. two",
    "beginning at three": "3. three\n4. four",
    "beginning at nought": "0. nought\n1. one",
    "brackets": "1) one\n2) two",
    "a number in a sentence": "The number of doors is\n14. There are few windows.",
    "a list after a sentence that begins at one": "Steps:\n1. one\n2. two",
    "other bullets, another list": "- a\n- b\n* c\n+ d",
    "numbers after bullets": "- a\n1. b",
    "blank lines between": "- a\n\n- b\n\n- c",
    "one blank line": "- a\n- b\n\n- c",
    "a paragraph in an item": "- a\n\n  more of a\n- b",
    "a paragraph after": "- a\n- b\n\nafter",
    "lazy line": "- a\nstill a\n- b",
    "lazy line deep": "- a\n  - b\nstill b",
    "lazy line deeper": "- a\n  - b\n    - c\nstill c",
    "wrapped line": "- a\n  still a",
    "blank then nested": "- a\n\n  - b\n\n- c",
    "nested list parted by blanks": "- a\n  - b\n\n  - c\n- d",
    "heading ends it": "- a\n# Title\n- b",
    "rule ends it": "- a\n***\n- b",
    "rule of hyphens": "- a\n\n---\n\n- b",
    "spaced rule is no list": "- - -",
    "nested on one line": "- - a\n  - b",
    "bullet then number": "- 1. a\n  2. b",
    "empty item": "- a\n-\n- c",
    "empty item first": "-\n- b",
    "empty item then text": "-\n\n  not in it",
    "quotation in an item": "- a\n  > q\n- b",
    "quotation ends it": "- a\n> q",
    "list in a quotation": "> - a\n> - b\n>\n> after",
    "quotation then list": "> q\n- a",
    "code in an item": "- a\n\n      code\n- b",
    "fence in an item": "- a\n  ```\n  - code\n\n  ```\n- b",
    "fence in a numbered item": "1. a\n\n   ```\n   code\n   ```\n\n2. b",
    "wide marker": "-   a\n\n    more\n-   b",
    "no list without a blank": "-a\n-b",
    "minus in text": "a\n-1 degree",
    "bold is no list": "**a** b\n*c* d",
    "indented a little": "  - a\n  - b",
    "drifting": "- a\n - b\n  - c\n   - d",
    "code is no list": "    - code\n    - code",
    "year at the start": "1986\\. A great year",
    "ten items": "\n".join(f"{n}. x{n}" for n in range(1, 13)),
    "text between lists": "- a\n\ntext\n\n- b",
    "two blank lines": "- a\n\n\n- b",
}


@pytest.mark.parametrize("name", TYPED)
def test_a_list_is_read_as_commonmark_reads_it(name):
    assert structure(unsafe_html(TYPED[name])) == structure(ORACLE.render(TYPED[name]))


def test_a_bullet_two_spaces_deep_is_nested_below_a_number_too():
    assert structure(unsafe_html("1. one\n  - x\n  - y\n2. two")) == (
        ("ol", "1", (("li", "", ("one", ("ul", "", (("li", "", ("x",)), ("li", "", ("y",)))))), ("li", "", ("two",)))),
    )
    assert structure(unsafe_html("10. ten\n  - x")) == (("ol", "10", (("li", "", ("ten", ("ul", "", (("li", "", ("x",)),)))),)),)


def test_tabs_nest_too():
    assert structure(unsafe_html("- a\n\t- b")) == structure(unsafe_html("- a\n    - b"))


words = st.sampled_from(["mat", "warm water", "two towels", "cup"])


@st.composite
def typed_lists(draw, depth=0):
    """A list as someone might type it: any marker, nesting by two or four or as wide as the marker, wrapped lines, blanks."""
    ordered = draw(st.booleans())
    mark = draw(st.sampled_from([".", ")"] if ordered else ["-", "*", "+"]))
    number = draw(st.integers(0, 12))
    blank = draw(st.booleans())
    lines = []
    for index in range(draw(st.integers(1, 4))):
        marker = f"{number + index}{mark} " if ordered else f"{mark} "
        if index and blank:
            lines.append("")
        lines.append(marker + draw(words))
        wide = len(marker) if ordered else draw(st.sampled_from([2, 4]))
        if draw(st.booleans()):
            lines.append(" " * len(marker) + draw(words))
        if depth < 3 and draw(st.booleans()):
            if draw(st.booleans()):
                lines.append("")
            lines.extend(" " * wide + line if line else "" for line in draw(typed_lists(depth + 1)))
    return lines


@given(typed_lists())
@example(["- mat", "  - cup", "", "    cup"])
def test_whatever_list_is_typed_it_is_read_as_commonmark_reads_it(lines):
    source = "\n".join(lines)
    assert structure(unsafe_html(source)) == structure(ORACLE.render(source))


lines_of_any_sort = st.lists(
    st.sampled_from(
        ["- a", "  - b", "    - c", "* d", "1. e", "   2. f", "3) g", "text", "  text", "    text", "", "> q", "# H", "---", "-", "1.", "- - h", "      i"]
    ),
    max_size=8,
)


@given(lines_of_any_sort)
def test_whatever_is_typed_around_lists_no_word_is_lost(lines):
    read = html5lib.parseFragment(to_html(Prose("\n".join(lines)), "/"), container="div")
    shown = "".join(read.itertext())
    for letter in "abcdefghi":
        assert sum(letter in line.split() for line in lines) <= shown.split().count(letter) + shown.count(f"- {letter}")
