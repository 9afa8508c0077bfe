"""The pages of an edition, drawn with the default theme and read back as a strict HTML parser reads them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib

from mcsite.model.site import Edition
from mcsite.outputs import public
from mcsite.render.theme import Theme, fill

REPOSITORY = Path(__file__).resolve().parent.parent


@cache
def default_theme() -> Theme:
    return Theme.open(REPOSITORY, "default")


class Drawn:
    """Every page of an edition by its path; a page is only drawn when it is looked at."""

    def __init__(self, edition: Edition, theme: Theme | None = None) -> None:
        self._artifacts = {artifact.path: artifact for artifact in public.plan(edition, theme or default_theme()) if artifact.make is fill}

    @property
    def paths(self) -> set[str]:
        return set(self._artifacts)

    def inputs(self, path: str) -> dict[str, object]:
        return dict(self._artifacts[path].inputs)

    def html(self, path: str) -> str:
        artifact = self._artifacts[path]
        return artifact.make(**artifact.inputs).decode()

    def tree(self, path: str) -> ET.Element:
        """The page as a tree. Raises when it is not well-formed HTML."""
        return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.html(path))

    def text(self, path: str) -> str:
        """What one reads in the main part of a page, in one line."""
        return words(next(self.tree(path).iter("main")))

    def links(self, path: str) -> list[str]:
        return [link.get("href", "") for link in self.tree(path).iter("a")]

    def starts(self, path: str) -> list[tuple[str, str]]:
        """The uid and start of every session that a page shows, in its order."""
        return [(time.attrib["data-uid"], time.attrib["datetime"]) for time in self.tree(path).iter("time") if "data-uid" in time.attrib]

    def headings(self, path: str) -> list[tuple[int, str]]:
        """Level and words of every heading of the main part."""
        main = next(self.tree(path).iter("main"))
        return [(int(element.tag[1]), words(element)) for element in main.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


INLINE = {"a", "abbr", "bdi", "span", "strong", "time", "em", "sup", "label"}


def words(element: ET.Element) -> str:
    """What one reads in an element, in one line; what stands in blocks of its own is set apart."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: ET.Element) -> Iterator[str]:
    apart = "" if element.tag in INLINE else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield apart
