"""``sitemap.xml``: every page that has something of its own to say, for search engines (sitemaps.org).

Continuations of long lists and the tables of single months are left out: what they list is in the sitemap itself. A site of
more pages than one file may name gets an index, and ``sitemap-1.xml`` and so on beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.frame import pages_to_find
from mcsite.render.theme import Theme

MOST = 50_000
"""Addresses in one file, by the standard."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """One file, or an index and its parts."""
    settings = edition.site.settings
    if settings.makes("pages"):
        pages = tuple(dict.fromkeys(_pages(edition)))
        parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
        if len(parts) == 1:
            yield Artifact(addresses.SITEMAP, urls, {"base_url": settings.base_url, "pages": pages})
            return
        names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
        yield Artifact(addresses.SITEMAP, index, {"base_url": settings.base_url, "files": names})
        for name, part in zip(names, parts, strict=True):
            yield Artifact(name, urls, {"base_url": settings.base_url, "pages": part})


def urls(base_url: str, pages: tuple[str, ...]) -> bytes:
    """A list of pages by address."""
    return _document("urlset", "url", base_url, pages)


def index(base_url: str, files: tuple[str, ...]) -> bytes:
    """A list of such lists."""
    return _document("sitemapindex", "sitemap", base_url, files)


def _pages(edition: Edition) -> Iterator[str]:
    site = edition.site
    yield from (addresses.HOME, addresses.EVENTS, addresses.CALENDAR, addresses.ARCHIVE)
    yield from (addresses.SUBSCRIBE,) if site.settings.makes("calendars") else ()
    yield from (addresses.archive_year(year) for year in sorted({session.when.first_day.year for session in edition.past}, reverse=True))
    yield from (addresses.event(event.slug) for event in site.events)
    yield from (session.address for session in site.sessions)
    for collection in addresses.COLLECTIONS:
        yield f"{collection}/"
        yield from (addresses.entry(collection, slug) for slug in _slugs(edition, collection))
    yield from (addresses.page(page.slug) for page in pages_to_find(site))


def _slugs(edition: Edition, collection: str) -> Iterator[str]:
    """The entries of a collection that have a page."""
    site = edition.site
    match collection:
        case "people":
            return (person.slug for person in site.people if person.public)
        case "tags" | "kinds":
            return (facet.slug for facet in edition.facets if facet.name == collection)
        case _:
            return (entry.slug for entry in getattr(site, collection))


def _document(root: str, child: str, base_url: str, found: tuple[str, ...]) -> bytes:
    document = ET.Element(root, xmlns=_NAMESPACE)
    for address in found:
        ET.SubElement(ET.SubElement(document, child), "loc").text = base_url + address
    ET.indent(document, space="")
    text: str = ET.tostring(document, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
