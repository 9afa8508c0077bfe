"""What a link may lead to: content files, the pages that are made of them, tags and the like, and the files of ``assets/``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mcsite.content.assets import Asset, examine
from mcsite.content.lookup import by_title, plain_title, shared_title
from mcsite.diagnostics import Diagnostic, Misread
from mcsite.model import addresses
from mcsite.model.library import AssetFile
from mcsite.source.answers import yes_or_no
from mcsite.source.document import Document
from mcsite.source.raw import Raw, items
from mcsite.source.slugs import slug_of

COLLECTIONS = {"workshop": "workshops", "library": "library", "venue": "venues", "person": "people", "partner": "partners"}
"""The folder of pages of each kind that has one."""
GATHERED = {"tag": "tags", "kind": "kinds", "neighbourhood": "neighbourhoods"}
"""What has a page though it has no file."""
ALSO_CALLED = {"people": "person"}
"""Other words for a kind before the colon of a link."""

_FIXED = frozenset(
    {addresses.HOME, addresses.EVENTS, addresses.ARCHIVE, addresses.CALENDAR, addresses.FEED_ALL, addresses.ATOM, addresses.JSON_FEED}
    | {addresses.EVENTS_JSON, addresses.SITEMAP}
    | {addresses.SUBSCRIBE}
    | {f"{collection}/" for collection in addresses.COLLECTIONS}
)
_DATED = re.compile(r"archive/\d{4}/|calendar/\d{4}-\d{2}/", re.ASCII)
_OF_EVENT = re.compile(r"(?:events|s)/([a-z0-9_-]+)/(?:\d{4}-\d{2}-\d{2}(?:-\d{4})?/)?(?:calendar\.ics|series\.ics|session\.ics)?", re.ASCII)


@dataclass(frozen=True)
class Index:
    """Everything that can be linked. ``held`` are files that are not published yet, with the reason; ``notes`` what is wrong with assets.

    ``headings_of`` grows by the paths of files when a link leads to a heading of theirs.
    """

    documents: Mapping[str, Document]
    assets: Mapping[str, Asset] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    headings_of: set[str] = field(default_factory=set, compare=False, repr=False)

    @classmethod
    def of(cls, documents: Iterable[Document], assets: Iterable[AssetFile], held: Mapping[str, str] | None = None) -> Index:
        """The index of the documents that are published, of all assets, and of held-back files (path, reason)."""
        known, notes = examine(assets)
        return cls({document.path: document for document in documents}, known, held or {}, notes)

    @cached_property
    def by_name(self) -> dict[tuple[str, str], Document]:
        """Documents by kind and slug."""
        return {(document.kind, document.slug): document for document in self.documents.values()}

    @cached_property
    def slugs_by_title(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """For each kind, the slugs of the files of a title."""
        files = self.by_name.values()
        return {kind: by_title(file for file in files if file.kind == kind) for kind in {file.kind for file in files}}

    @cached_property
    def gathered(self) -> dict[str, frozenset[str]]:
        """The slugs of tags, kinds and neighbourhoods that occur."""
        events = [document for document in self.documents.values() if document.kind == "event"]
        places = [*events, *(document for document in self.documents.values() if document.kind == "venue")]
        return {
            "tag": frozenset(_words(events, "tags")),
            "kind": frozenset({*_words(events, "kind"), *({"event"} if any("kind" not in event.fields for event in events) else ())}),
            "neighbourhood": frozenset(_words(places, "neighbourhood")),
        }

    def document(self, kind: str, name: str) -> Document | None:
        """The file of a kind by slug or title. Raises ``Misread`` E207 for a title that several have."""
        kind = ALSO_CALLED.get(kind, kind)
        if found := self.by_name.get((kind, name.lower())) or self.by_name.get((kind, slug_of(name))):
            return found
        slugs = self.slugs_by_title.get(kind, {}).get(plain_title(name), ())
        if len(slugs) > 1:
            raise shared_title(kind, name, slugs)
        return self.by_name[kind, slugs[0]] if slugs else None

    def has_file(self, path: str) -> bool:
        """Whether there is such a file in ``assets/``, be it sound or not: of what is wrong with it ``notes`` speak."""
        return path in self.assets or any(note.span.path == path for note in self.notes)

    def knows_address(self, address: str) -> bool:
        """Whether an address below the site's root is that of a page or file which is made."""
        if address in _FIXED or _DATED.fullmatch(address) or address in self._addresses:
            return True
        of_event = _OF_EVENT.fullmatch(address)
        return of_event is not None and ("event", of_event[1]) in self.by_name

    @cached_property
    def _addresses(self) -> frozenset[str]:
        pages = {address_of(document) for document in self.documents.values()}
        gathered = {addresses.entry(GATHERED[kind], slug) for kind, slugs in self.gathered.items() for slug in slugs}
        feeds = {addresses.facet_feed(GATHERED[kind], slug) for kind, slugs in self.gathered.items() for slug in slugs}
        shelved = [document for document in self.documents.values() if document.kind == "library"]
        shelves = {addresses.library_kind(slug) for slug in _words(shelved, "kind")} | {addresses.library_topic(slug) for slug in _words(shelved, "tags")}
        files = self.by_name
        feeds |= {addresses.facet_feed({"venue": "venues", "person": "hosts"}[kind], slug) for kind, slug in files if kind in ("venue", "person")}
        return frozenset(pages | gathered | shelves | feeds)


def address_of(document: Document) -> str:
    """The page of a content file, below the site's root."""
    if document.kind == "site":
        return addresses.HOME
    if document.kind == "event":
        return addresses.event(document.slug)
    if document.kind == "page":
        return addresses.page(document.slug)
    return addresses.entry(COLLECTIONS[document.kind], document.slug)


def has_page(document: Document) -> bool:
    """Whether a file is made into a page: people may be kept off the site."""
    public = document.fields.get("public")
    try:
        return document.kind != "person" or not isinstance(public, str) or not public.strip() or yes_or_no(public.strip())
    except Misread:
        return True  # the reader of people says what is wrong with the answer


def _words(documents: Iterable[Document], name: str) -> Iterator[str]:
    """The slugs of what stands in a field of many documents, whatever shape it has."""
    for document in documents:
        raw: Raw = document.fields.get(name)
        yield from (slug for _, item in items(raw, commas=name == "tags") if isinstance(item, str) and (slug := slug_of(item)))
