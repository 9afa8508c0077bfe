"""What lies in a site's folder: the content files with their kinds, and the assets.

Everything here may come from a stranger's pull request: links that lead out, names that some systems cannot hold, and
files of any size are diagnostics, and none of them is opened.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from mcsite import kept
from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.library import AssetFile
from mcsite.source.nearest import did_you_mean
from mcsite.source.slugs import is_slug, is_spelled_out, slug_of

LARGEST = 1024 * 1024
"""Bytes of a content file."""

FOLDERS = {"events": "event", "workshops": "workshop", "library": "library", "venues": "venue", "people": "person", "partners": "partner", "pages": "page"}
"""The kind of the files in each folder of ``content/``."""

PRIVATE = "records"
"""The folder of ``content/`` that is not part of the site."""

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))})
_UNUSABLE = frozenset('<>:"|?*\\')
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE | re.ASCII)
"""How the code of a language looks at the end of a name: ``de``, ``pt-BR``, ``zh-Hant``."""
_LITTER = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A content file: path relative to the site (with ``/``), kind, slug, and its bytes.

    ``language`` is the last part of a name such as ``stretch.de.md``, if it looks like the code of one; the slug is then that of the rest.
    """

    path: str
    kind: str
    slug: str
    data: bytes
    language: str = ""


F = TypeVar("F", SourceFile, AssetFile)


@dataclass(frozen=True, slots=True)
class Found:
    """All files of a site, sorted by path, and what is wrong with their names.

    ``translations`` are files with a language in their names. Whether they are translations depends on the languages of the site, so that
    ``source.translations`` has to be asked before the others are read.
    """

    files: tuple[SourceFile, ...]
    assets: tuple[AssetFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    translations: tuple[SourceFile, ...] = ()


def discover(root: Path) -> Found:
    """The content files and assets below ``root``. Raises ``OSError`` when the disk cannot be read."""
    diagnostics: list[Diagnostic] = []
    sources = [source for entry in _entries(root, "content", diagnostics) if (source := _source(entry, diagnostics))]
    assets = [_asset(entry) for entry in _entries(root, "assets", diagnostics)]
    alone = tuple(kept.the_same(source, source.path) for source in alone_of_their_names(sources, diagnostics))
    shown = _alone(assets, lambda asset: asset.path, "two files differ only in capitals or accents", diagnostics)
    files = tuple(source for source in alone if not source.language)
    found = tuple(kept.the_same(asset, asset.path, asset.source) for asset in shown)
    return Found(files, found, tuple(sorted(diagnostics)), tuple(source for source in alone if source.language))


def alone_of_their_names(sources: Iterable[SourceFile], diagnostics: list[Diagnostic]) -> tuple[SourceFile, ...]:
    """The first file of each kind, slug and language."""
    return _alone(sources, lambda source: f"{source.kind} {source.slug} {source.language}", "two files of one kind have the same name", diagnostics)


Place = Path | os.DirEntry[str]
"""Where a file or folder is. An entry of a folder knows what it is without another question to the system."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file that may be read: where it is, and its path relative to the site, NFC, with ``/``."""

    place: Place
    path: str


def _entries(root: Path, top: str, diagnostics: list[Diagnostic]) -> Iterator[_Entry]:
    folder, real = root / top, root.resolve()
    if folder.is_symlink() and (problem := _unusable(folder, top, top, real, (real,))):
        diagnostics.append(problem)
    elif folder.is_dir():
        yield from _below(folder, top, real, (), diagnostics)


def _below(folder: Path, path: str, root: Path, above: tuple[Path, ...], diagnostics: list[Diagnostic]) -> Iterator[_Entry]:
    """Every ordinary file below a folder, sorted; ``above`` are the folders that led here, so that a link to one of them ends."""
    here = folder.resolve()
    for place in _listed(folder):
        name = unicodedata.normalize("NFC", place.name)
        below = f"{path}/{name}"
        if name.startswith(".") or name.casefold() in _LITTER or name.endswith("~"):
            continue
        if problem := _unusable(place, name, below, root, (*above, here)):
            diagnostics.append(problem)
        elif place.is_dir():
            yield from _below(Path(place), below, root, (*above, here), diagnostics)
        else:
            yield _Entry(place, below)


def _listed(folder: Path) -> list[Place]:
    """What is in a folder, by name; of a link only a path can tell where it leads, if anywhere."""
    with os.scandir(folder) as entries:
        places: list[Place] = [Path(entry) if entry.is_symlink() else entry for entry in entries]
    return sorted(places, key=lambda place: unicodedata.normalize("NFC", place.name))


def _unusable(place: Place, name: str, path: str, root: Path, above: tuple[Path, ...]) -> Diagnostic | None:
    """Why an entry of a folder cannot be read, or ``None``."""
    if place.is_symlink():
        target = Path(os.path.realpath(place))  # unlike Path.resolve, it has an answer for a link that leads to itself
        if target in above or not _may_be_shown(target, root):
            return Diagnostic(Span(path), "E105", "this is a link that leads out of the site, or back into itself", "copy the file itself to this place")
    if not (place.is_file() or place.is_dir()):
        return Diagnostic(Span(path), "E105", "this is neither a file nor a folder", "delete it, or copy the file itself to this place")
    if name.partition(".")[0].casefold() in _DEVICES:
        return Diagnostic(Span(path), "E106", f"'{name}' is a name that Windows keeps for itself", "give it another name")
    if not _UNUSABLE.isdisjoint(name) or not name.isprintable() or name != name.rstrip(". "):
        return Diagnostic(Span(path), "E106", "this name holds signs that not every system can store", "use letters, digits, hyphens and dots")
    return None


def _may_be_shown(target: Path, root: Path) -> bool:
    """Whether a link may lead there: into ``content/`` or ``assets/``, but not to records, nor to what is hidden, such as ``.git``."""
    if not target.is_relative_to(root):
        return False
    top, *below = target.relative_to(root).parts or ("",)
    return top in ("content", "assets") and below[:1] != [PRIVATE] and not any(part.startswith(".") for part in below)


def _source(entry: _Entry, diagnostics: list[Diagnostic]) -> SourceFile | None:
    """A content file, or ``None`` (with the reason, unless it is none of ours) for a file that is not part of the site."""
    parts = entry.path.split("/")[1:]
    if parts[0] == PRIVATE:
        return None
    problem = _misplaced(entry, parts) or _too_large(entry)
    if problem:
        diagnostics.append(problem)
        return None
    kind = "site" if len(parts) == 1 else FOLDERS[parts[0]]
    name, language = _named_with_language(parts[-1][:-3])
    if language:
        return SourceFile(entry.path, kind, slug_of(name), _bytes(entry), language)
    return plainly_named(SourceFile(entry.path, kind, "", _bytes(entry)), diagnostics)


def plainly_named(file: SourceFile, diagnostics: list[Diagnostic]) -> SourceFile | None:
    """The file under the slug of its whole name; ``None`` (noted) for a name of which none can be made."""
    stem = file.path.rpartition("/")[2][:-3]
    slug = stem.lower() if is_slug(stem.lower()) else slug_of(stem)
    if file.kind == "site" and stem != "site":
        diagnostics.append(_not_in_its_folder(file.path))
        return None
    if not slug:
        diagnostics.append(
            Diagnostic(
                Span(file.path),
                "E106",
                "this name has no letters or digits to make an address of",
                "use letters, digits and hyphens, for example stretch-circle.md",
            )
        )
        return None
    if slug != stem:
        advice = f"rename it to {slug}.md, so that its name and its address are the same"
        if not is_spelled_out(stem):
            advice = "give it a name in Latin letters, such as swap-evening.md, so that people can read and type its address"
        diagnostics.append(Diagnostic(Span(file.path), "W102", f"this file is known as '{slug}'", advice))
    return replace(file, slug=slug, language="")


def _named_with_language(stem: str) -> tuple[str, str]:
    """``stretch.de`` → ``stretch``, ``de``; the second is empty for other names."""
    name, _, ending = stem.rpartition(".")
    return (name, ending) if slug_of(name) and _LANGUAGE.fullmatch(ending) else (stem, "")


def _not_in_its_folder(path: str) -> Diagnostic:
    return Diagnostic(Span(path), "E107", "only site.md lies directly in content/", f"move it into one of: {', '.join(FOLDERS)}")


def _misplaced(entry: _Entry, parts: list[str]) -> Diagnostic | None:
    """A file that would be overlooked in silence."""
    if not entry.path.endswith(".md"):
        advice = "content files end in .md; pictures and downloads belong into assets/"
        if entry.path.casefold().endswith((".md", ".markdown", ".md.txt", ".mdown")):
            advice = f"rename it to {parts[-1].partition('.')[0]}.md"
        return Diagnostic(Span(entry.path), "W101", "this file is not read", advice)
    if len(parts) == 1:
        return None if parts[0] == "site.md" or _named_with_language(parts[0][:-3])[0] == "site" else _not_in_its_folder(entry.path)
    if parts[0] not in FOLDERS:
        return Diagnostic(Span(entry.path), "E107", f"there is no kind of file for the folder '{parts[0]}'", did_you_mean(parts[0], FOLDERS))
    return None


def _too_large(entry: _Entry) -> Diagnostic | None:
    size = entry.place.stat().st_size
    if size <= LARGEST:
        return None
    return Diagnostic(
        Span(entry.path),
        "E101",
        f"this file has {size / LARGEST:.1f} MiB; content files have 1 MiB at most",
        "pictures and downloads belong into assets/; split long texts into several pages",
    )


def _bytes(entry: _Entry) -> bytes:
    """At most the largest size, however much the file has grown since it was looked at."""
    with open(entry.place, "rb") as file:  # noqa: PTH123 - a third quicker than by way of a path, a thousand times over
        return file.read(LARGEST)


def _asset(entry: _Entry) -> AssetFile:
    with open(entry.place, "rb") as file:  # noqa: PTH123 - the same
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return AssetFile(entry.path, digest, Path(entry.place).stat().st_size, os.fspath(entry.place))


def _alone(found: Iterable[F], name_of: Callable[[F], str], message: str, diagnostics: list[Diagnostic]) -> tuple[F, ...]:
    """The first file of each name; names are one to systems which do not tell capitals apart. The others are named, and left out."""
    first: dict[str, F] = {}
    for file in found:
        name = unicodedata.normalize("NFC", name_of(file)).casefold()
        other = first.setdefault(name, file)
        if other is not file:
            diagnostics.append(Diagnostic(Span(file.path), "E104", f"{message}: {other.path} and this one", "rename one of the two"))
    return tuple(first.values())
