"""What is used again: workshop formats, the asset library, and the files in ``assets/``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mcsite.model.filling import Filling
from mcsite.model.licences import Licence, licence_of
from mcsite.model.origin import Origin
from mcsite.model.people import Person
from mcsite.model.prose import Picture, Prose
from mcsite.model.unpublished import UNPUBLISHED


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
class LibraryFile(AssetFile):
    """A file of ``assets/`` as the library shows it: what it is called in every language (``PDF``), as its content says.

    ``preview`` is the picture itself, or the first page of a PDF; ``excerpt`` how a text begins.
    """

    form: str = ""
    preview: Picture | None = None
    excerpt: str = ""

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.path.rpartition("/")[2]

    @property
    def is_picture(self) -> bool:
        """Whether what is previewed is the file itself, and not a page of it."""
        return self.preview is not None and self.preview.path == self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A repeatable format that events reuse. ``outline`` is a list of (minutes or empty, what happens).

    ``licence`` is the one under which colleagues may run it too; empty when nobody was asked.
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
    prompt: str = field(default="", repr=False, metadata=UNPUBLISHED)
    if_late: tuple[str, ...] = field(default=(), repr=False, metadata=UNPUBLISHED)
    takeaway: Prose = field(default_factory=Prose)
    follow_up: str = ""
    stop_if: tuple[str, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    licence: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)

    @property
    def terms(self) -> Licence:
        """The licence that is meant."""
        return licence_of(self.licence)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """An entry of the asset library: files with licence, owner and the date by which to look at them again.

    One with a ``filling`` is a template; where its text is, its ``body`` is empty.
    """

    slug: str
    title: str
    kind: str = ""
    summary: str = ""
    files: tuple[LibraryFile, ...] = ()
    licence: str = ""
    owner: Person | None = None
    credit: str = ""
    language: str = ""
    review_by: date | None = None
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    filling: Filling | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)

    @property
    def terms(self) -> Licence:
        """The licence that is meant."""
        return licence_of(self.licence)

    @property
    def face(self) -> Picture | None:
        """The picture that stands for it: its own, or else the preview of its first file that has one."""
        return self.image or next((file.preview for file in self.files if file.preview), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site's own: about, privacy, first visit."""

    slug: str
    title: str
    summary: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)
