"""Where settings lead to: each item of the menu, and the page about privacy, to a page of the site that is there or to an address of the web."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.content.links import Index, address_named
from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.model import addresses
from mcsite.model.origin import Origin
from mcsite.model.settings import NavigationItem, Settings
from mcsite.source.document import Document

PRIVACY = "privacy"
"""The page that says what becomes of people's data, where ``site.md`` names no other."""


def menu_of(items: tuple[NavigationItem, ...], home: Document, origin: Origin, index: Index, notes: list[Diagnostic]) -> tuple[NavigationItem, ...]:
    """The items with their addresses; one that leads nowhere is noted, and left out. ``origin`` knows the places of the items."""
    return tuple(_resolved(items, home, origin, index, notes))


def privacy_of(settings: Settings, home: Document, index: Index, notes: list[Diagnostic]) -> str:
    """The address of the page about people's data: the one that ``privacy`` names, or else ``pages/privacy.md``; empty where there is none."""
    try:
        if settings.privacy:
            return address_named(settings.privacy, home, index)
    except Misread as misread:
        notes.append(misread.at(settings.origin.span("privacy")))
    named = (document for document in index.documents.values() if document.kind == "page" and document.slug == PRIVACY)
    return next((addresses.page(document.slug) for document in named), "")


def _resolved(items: tuple[NavigationItem, ...], home: Document, origin: Origin, index: Index, notes: list[Diagnostic]) -> Iterator[NavigationItem]:
    for position, item in enumerate(items):
        try:
            yield NavigationItem(item.title or _title(item.target), address_named(item.target, home, index))
        except Misread as misread:
            notes.append(misread.at(_place(origin, position, item)))


def _title(target: str) -> str:
    """``pages/first-visit.md`` → ``First visit``."""
    return target.strip("/").rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()


def _place(origin: Origin, position: int, item: NavigationItem) -> Span:
    """Where the target stands: in a list of groups, in a list, or behind its title."""
    ways = (("navigation", position, "to"), ("navigation", position, item.title), ("navigation", item.title), ("navigation", position))
    return origin.span(*next((way for way in ways if way in origin.places), ways[-1]))
