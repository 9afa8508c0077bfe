"""What goes into the zip of an event, and into that of a workshop for colleagues who want to run it: which files, and the words beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.library import Workshop
from mcsite.model.licences import Licence, licence_of
from mcsite.model.site import Edition, Site
from mcsite.model.uses import ASSETS, belongings_of, pictures_in
from mcsite.render.prose import to_text
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy
from mcsite.render.words_of_time import words
from mcsite.source.downloads import PICTURES as PICTURE_ENDINGS

PICTURES, MATERIALS = "pictures/", "materials/"
"""The folders within a zip."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which licence a file of ``assets/`` may be used, and who made it, as the library says; both may be empty."""

    licence: Licence
    credit: str = ""

    @property
    def line(self) -> str:
        """Everything in one line."""
        return ", ".join(part for part in (self.licence.name, self.credit, self.licence.url) if part)


@dataclass(frozen=True, slots=True)
class Pack:
    """Files of ``assets/`` with their names in the zip, and a line about the terms of each; ``left_out`` are those that stay behind, with the reason."""

    files: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def pack_of_event(edition: Edition, address: str, workshop: Workshop | None, strings: Strings) -> Pack:
    """Everything that belongs to the page of an event, and to that of its workshop."""
    pages = (address, *((addresses.entry("workshops", workshop.slug),) if workshop else ()))
    names, terms = _names(_files(edition, pages)), _terms(edition)
    unnamed = strings.say("no licence is named: ask before you pass it on")
    lines = (f"{name}: {(terms[path].line if path in terms else '') or unnamed}" for path, name in names.items())
    return Pack(tuple(names.items()), tuple(lines))


def pack_of_workshop(edition: Edition, workshop: Workshop, strings: Strings) -> Pack:
    """What belongs to the page of a workshop and may be passed on; whatever has no licence that says so is left out."""
    terms = _terms(edition)
    names = _names(_files(edition, (addresses.entry("workshops", workshop.slug),)))
    free = {path: name for path, name in names.items() if path in terms and terms[path].licence.lets_pass_on}
    missing = [f"{name}: {_why_not(terms.get(path), strings)}" for path, name in names.items() if path not in free]
    if workshop.takeaway and not may_go_along(edition, workshop):
        missing.append(strings.say("the handout, because of a picture on it that may not be passed on"))
    return Pack(tuple(free.items()), tuple(f"{name}: {terms[path].line}" for path, name in free.items()), tuple(missing))


def may_go_along(edition: Edition, workshop: Workshop) -> bool:
    """Whether the handout of a workshop may be passed on: every picture on it has a licence that says so."""
    terms = _terms(edition)
    return all(path in terms and terms[path].licence.lets_pass_on for path in pictures_in(workshop.image, workshop.takeaway))


def outline_of(workshop: Workshop, base_url: str, strings: Strings) -> str:
    """A workshop as plain text: what it is for, how it goes, what is needed, and what people take home."""
    speech = words(strings.language)
    length = speech.minutes(workshop.minutes) if workshop.minutes else ""
    version = strings.say("Version %(version)s", version=workshop.version) if workshop.version else ""
    parts = [
        "\n".join(part for part in (workshop.title, " · ".join(filter(None, (length, version)))) if part),
        workshop.summary,
        _listed(strings.say("What you leave with"), workshop.outcomes),
        _listed(strings.say("What is needed"), workshop.materials),
        _listed(strings.say("How it goes"), (_step(time, step, strings) for time, step in workshop.outline)),
        _listed(strings.say("Stop if"), workshop.stop_if),
        tidy(to_text(workshop.body, base_url, strings.language)),
        _under(strings.say("To take away"), tidy(to_text(workshop.takeaway, base_url, strings.language))),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _step(time: str, step: str, strings: Strings) -> str:
    said = strings.say("%(number)s min", number=time) if time.isdigit() else time
    return f"{said}: {step}" if said else step


def _listed(heading: str, lines: Iterable[str]) -> str:
    return _under(heading, "\n".join(f"- {line}" for line in lines))


def _under(heading: str, text: str) -> str:
    return f"{heading}\n\n{text}" if text else ""


def _files(edition: Edition, pages: tuple[str, ...]) -> tuple[str, ...]:
    known = _belongings(edition)
    return tuple(dict.fromkeys(path for page in pages for path in known.get(page, ())))


@lru_cache(maxsize=2)
def _belongings(edition: Edition) -> dict[str, tuple[str, ...]]:
    return belongings_of(edition.site)


def _names(paths: tuple[str, ...]) -> dict[str, str]:
    """What each file is called in a zip: as on the disk, with its folder where two share a name."""
    short = [posixpath.basename(path).casefold() for path in paths]
    return {path: _within(path) + (posixpath.basename(path) if short.count(name) == 1 else _whole(path)) for path, name in zip(paths, short, strict=True)}


def _within(path: str) -> str:
    return PICTURES if path.lower().endswith(PICTURE_ENDINGS) else MATERIALS


def _whole(path: str) -> str:
    return path.removeprefix(ASSETS).replace("/", "-")


def _why_not(terms: Terms | None, strings: Strings) -> str:
    if terms is None or not terms.licence.name:
        return strings.say("no licence is named")
    return strings.say("“%(licence)s” does not say that it may be passed on", licence=terms.licence.name)


@lru_cache(maxsize=2)
def _terms(edition: Edition) -> dict[str, Terms]:
    """What the library says of each file; where two entries have it, the first that names a licence which lets one pass it on."""
    return dict(_all_terms(edition.site))


def _all_terms(site: Site) -> Iterator[tuple[str, Terms]]:
    told = [(file.path, Terms(licence_of(entry.licence), entry.credit)) for entry in site.library for file in entry.files]
    yield from sorted(told, key=lambda found: (found[1].licence.lets_pass_on, bool(found[1].licence.name)))
