"""Checks that what is taken home can be read by everybody who takes it home."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic
from mcsite.model.library import Workshop
from mcsite.model.site import Edition
from mcsite.render.prose import to_text
from mcsite.render.readability import Reading, read_english

HARDEST = 8
"""The school grade above which a handout asks too much: plain-language guides for patients say six to eight."""


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W662: a takeaway in English is hard to read."""
    if edition.site.settings.language.split("-")[0] == "en":
        for workshop in edition.site.workshops:
            reading = read_english(to_text(workshop.takeaway, edition.site.settings.base_url)) if workshop.takeaway else None
            if reading and reading.grade > HARDEST:
                yield _hard(workshop, reading)


def _hard(workshop: Workshop, reading: Reading) -> Diagnostic:
    beginning = " ".join(reading.longest.split()[:6])
    words = "; ".join(f"'{plain}' for '{hard}'" for hard, plain in reading.plainer[:3])
    message = f"the takeaway of '{workshop.title}' reads like grade {reading.grade:.0f} of school; many will not read to its end"
    help_ = f"split the sentence that begins '{beginning} …'" + (f", and write {words}" if words else ", and use shorter words")
    return Diagnostic(workshop.origin.span("takeaway"), "W662", message, help_)
