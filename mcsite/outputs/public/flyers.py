"""Flyers and posters of every event that is still to come, as PDF to print.

``events/SLUG/flyer-a4.pdf``, ``-a5``, ``-letter``, ``-four`` (on a page, to be cut apart) and ``-tabs`` (to tear off) in the design that suits the
event: its picture, else its date or its programme. ``-plain`` is without the picture, for printers that are low on ink.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.characters import lacking_characters
from mcsite.render.flyer import Flyer, Format, is_short, sheet_of, trouble
from mcsite.render.flyers import flyers_of, formats_of, lacking_of
from mcsite.render.fonts import Fonts, fonts_of
from mcsite.render.print import pdf
from mcsite.render.theme import Theme
from mcsite.render.theme_sources import Prints

TIGHTEST = ("flyer-four", "flyer-tabs")
"""The files on which least fits."""
_TOO_MUCH = {
    "title": ("its title is too long", "give it a shorter title: fifty letters fit every flyer"),
    "dates": ("it says too much beside its title", "say less in its place and its prices, or make two events of it"),
}


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The PDFs of every flyer whose characters can be printed."""
    fonts = fonts_of(edition.site)
    for page, lacking in lacking_of(edition, theme.prints, theme.strings).items():
        flyer = flyers_of(edition, theme.strings)[page]
        for name, form in formats_of(edition, theme.prints, page, theme.strings).items():
            inputs = {"flyer": flyer, "form": form, "left_out": "".join(sorted(lacking)), "prints": theme.prints, "fonts": fonts}
            yield Artifact(addresses.printed(page, name), make, inputs, origin=flyer.origin, unforked=True)


def make(flyer: Flyer, form: Format, left_out: str, prints: Prints, fonts: Fonts) -> bytes:
    """The PDF of a flyer."""
    return pdf(sheet_of(flyer, form, left_out), prints, fonts)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W661: no font has some of its characters, told once of each; W663: it does not fit, however small it is set."""
    told = set[str]()
    for page, lacking in lacking_of(edition, theme.prints, theme.strings).items():
        flyer, made = flyers_of(edition, theme.strings)[page], formats_of(edition, theme.prints, page, theme.strings)
        if lacking - told:
            told |= lacking
            yield lacking_characters(flyer.origin.span("title"), f"the flyer of '{flyer.title}'", lacking)
        if made and not is_short(flyer):
            found = (trouble(flyer, made[name], theme.prints, fonts_of(edition.site)) for name in TIGHTEST)
            yield from (_too_much(flyer, what) for what in set(filter(None, found)))


def _too_much(flyer: Flyer, what: str) -> Diagnostic:
    message, help_ = _TOO_MUCH[what]
    return Diagnostic(flyer.origin.span("title"), "W663", f"the flyer of '{flyer.title}' does not fit its paper: {message}", help_)
