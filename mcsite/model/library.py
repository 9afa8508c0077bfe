"""What is used again: workshop formats, the asset library, and the files in ``assets/``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mcsite.model.origin import Origin
from mcsite.model.people import Person
from mcsite.model.prose import Picture, Prose


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file below ``assets/``: its address below the site's root (``assets/stretch.svg``), digest of its bytes and size in bytes.

    ``source`` is where it lies on this machine; it is not part of what the file is.
    """

    path: str
    digest: str
    size: int
    source: str = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A repeatable format that events reuse. ``outline`` is a list of (minutes or empty, what happens).

    ``prompt`` and ``if_late`` are for whoever leads it, and are not published.
    """

    slug: str
    title: str
    summary: str = ""
    version: str = ""
    minutes: int | None = None
    outcomes: tuple[str, ...] = ()
    outline: tuple[tuple[str, str], ...] = ()
    materials: tuple[str, ...] = ()
    prompt: str = field(default="", repr=False)
    if_late: tuple[str, ...] = field(default=(), repr=False)
    takeaway: Prose = field(default_factory=Prose)
    follow_up: str = ""
    stop_if: tuple[str, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """An entry of the asset library: files with licence, owner and the date by which to look at them again."""

    slug: str
    title: str
    kind: str = ""
    summary: str = ""
    files: tuple[AssetFile, ...] = ()
    licence: str = ""
    owner: Person | None = None
    credit: str = ""
    language: str = ""
    review_by: date | None = None
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site's own: about, privacy, first visit."""

    slug: str
    title: str
    summary: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)
