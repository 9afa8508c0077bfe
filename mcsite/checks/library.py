"""Checks that whoever finds something in the library knows what may be done with it, and that somebody still stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic
from mcsite.model.library import LibraryEntry, Workshop
from mcsite.model.site import Edition
from mcsite.schedule.english import day_words

_EXAMPLE = "CC BY 4.0"
_LIKE_CREATIVE_COMMONS = ("cc", "creative commons")


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W403: files without a licence; W404: the day has passed by which to look an entry over; W408: a licence that is not known."""
    for entry in edition.site.library:
        if entry.files and not entry.licence:
            yield _unlicensed(entry)
        if entry.review_by and entry.review_by < edition.today:
            yield _stale(entry)
        if entry.licence.casefold().startswith(_LIKE_CREATIVE_COMMONS) and not entry.terms.url:
            yield _unknown(entry, "so it has no link, and its files are in no workshop's kit for colleagues")
    for workshop in edition.site.workshops:
        if workshop.licence and not workshop.terms.lets_pass_on:
            yield _unknown(workshop, "so no kit is made for colleagues who want to run the workshop")


def _unlicensed(entry: LibraryEntry) -> Diagnostic:
    message = f"nothing says what others may do with '{entry.title}'"
    return Diagnostic(
        entry.origin.span("files"), "W403", message, f"licence: {_EXAMPLE} lets them use it and say whose it is; licence: Ask us first keeps it yours"
    )


def _stale(entry: LibraryEntry) -> Diagnostic:
    message = f"'{entry.title}' was to be looked over by {day_words(entry.review_by)}" if entry.review_by else ""
    return Diagnostic(entry.origin.span("review_by"), "W404", message, "look whether it still holds; then write the next day here, or take the entry away")


def _unknown(thing: LibraryEntry | Workshop, meaning: str) -> Diagnostic:
    message = f"'{thing.licence}' is no licence that is known here, {meaning}"
    return Diagnostic(thing.origin.span("licence"), "W408", message, f"write it with its version: licence: {_EXAMPLE}, licence: CC0 1.0")
