"""``sitemap.xml``: every page that has something of its own to say, for search engines (sitemaps.org).

Continuations of long lists and the tables of single months are left out: what they list is in the sitemap itself. So are the
pages of sessions of a series that are over, which ask not to be found (``render.linked_data.events`` says why). ``lastmod`` is
given where it is known for sure: what followers see of a session changed when the ledger says so, and the page of an event
when the last of its sessions did. A site of more pages than one file may name gets an index, and ``sitemap-1.xml`` and so on
beside it.

A site in several languages has such a file for each, ``de/sitemap.xml``, in which every page says where it is in the others
(developers.google.com, "Tell Google about localized versions of your page").
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition, Site
from mcsite.render.frame import pages_to_find
from mcsite.render.theme import Theme
from mcsite.source.slugs import slug_of

MOST = 50_000
"""Addresses in one file, by the standard."""
Listed = tuple[str, str]
"""The address of a page below the site's root, and when it last changed: RFC 3339 in UTC, or empty."""
Tongues = tuple[tuple[str, str], ...]
"""The languages of a site in several, each with what addresses begin with in it."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LINKS = "http://www.w3.org/1999/xhtml"


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """One file, or an index and its parts."""
    settings = edition.site.settings
    if settings.makes("pages"):
        changed = _changes(edition)
        pages = tuple((address, changed.get(address, "")) for address in dict.fromkeys(_pages(edition)))
        tongues = tuple((language.code, settings.root_url + language.folder) for language in settings.languages)
        parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
        if len(parts) == 1:
            yield Artifact(addresses.SITEMAP, urls, {"base_url": settings.base_url, "pages": pages, "tongues": tongues})
            return
        names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
        yield Artifact(addresses.SITEMAP, index, {"base_url": settings.base_url, "files": names})
        for name, part in zip(names, parts, strict=True):
            yield Artifact(name, urls, {"base_url": settings.base_url, "pages": part, "tongues": tongues})


def urls(base_url: str, pages: tuple[Listed, ...], tongues: Tongues = ()) -> bytes:
    """A list of pages."""
    return _document("urlset", "url", base_url, pages, tongues)


def index(base_url: str, files: tuple[str, ...]) -> bytes:
    """A list of such lists."""
    return _document("sitemapindex", "sitemap", base_url, tuple((file, "") for file in files))


def _pages(edition: Edition) -> Iterator[str]:
    site = edition.site
    yield from (addresses.HOME, addresses.EVENTS, addresses.CALENDAR, addresses.ARCHIVE)
    yield from (addresses.SUBSCRIBE,) if site.settings.makes("calendars") else ()
    yield from (addresses.SEARCH,) if site.settings.makes("search") else ()
    yield from (addresses.archive_year(year) for year in sorted({session.when.first_day.year for session in edition.past}, reverse=True))
    yield from (addresses.event(event.slug) for event in site.events)
    yield from (session.address for session in edition.coming)
    for collection in addresses.COLLECTIONS:
        yield f"{collection}/"
        yield from (addresses.entry(collection, slug) for slug in _slugs(edition, collection))
    yield from _parts_of_the_library(site)
    yield from (addresses.page(page.slug) for page in pages_to_find(site))


def _parts_of_the_library(site: Site) -> Iterator[str]:
    """The pages on which one chooses among its entries."""
    kinds = {slug_of(entry.kind) for entry in site.library} - {""}
    topics = {slug_of(tag) for entry in site.library for tag in entry.tags} - {""}
    yield from (addresses.library_kind(slug) for slug in sorted(kinds))
    yield from (addresses.library_topic(slug) for slug in sorted(topics))


def _changes(edition: Edition) -> dict[str, str]:
    """When the pages of sessions and events last changed, by address."""
    changed: dict[str, str] = {}
    for session in edition.site.sessions:
        moment = f"{session.identity.modified:%Y-%m-%dT%H:%M:%SZ}"
        for address in (session.address, addresses.event(session.event.slug)):
            changed[address] = max(moment, changed.get(address, ""))
    return changed


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


def _document(root: str, child: str, base_url: str, found: tuple[Listed, ...], tongues: Tongues = ()) -> bytes:
    document = ET.Element(root, {"xmlns": _NAMESPACE, **({"xmlns:xhtml": _LINKS} if tongues else {})})
    for address, changed in found:
        entry = ET.SubElement(document, child)
        ET.SubElement(entry, "loc").text = base_url + address
        if changed:
            ET.SubElement(entry, "lastmod").text = changed
        for language, root_url in tongues:
            ET.SubElement(entry, "xhtml:link", rel="alternate", hreflang=language, href=root_url + address)
    ET.indent(document, space="")
    text: str = ET.tostring(document, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
