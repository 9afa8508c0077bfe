"""Handouts: what to take home from a workshop, as PDF to print and as a page.

``workshops/SLUG/handout-a4.pdf``, ``-letter`` and ``-large`` (18 pt), and ``handout/`` for those without PDF; the same below the address of
each session that is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.characters import are_signs, characters, lacking_characters, unprintable
from mcsite.render.fonts import Fonts, fonts_of
from mcsite.render.frame import Frame, frame_of
from mcsite.render.handout import Format, Handout, sheet_of, texts_of, words_too_many
from mcsite.render.handouts import handouts_of
from mcsite.render.print import available, no_typesetter, pdf
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme, fill
from mcsite.render.theme_sources import Prints

NARROWEST = Format("us-letter")
"""The paper on which least fits."""
FORMATS = {"handout-a4": Format("a4"), "handout-letter": NARROWEST, "handout-large": Format("a4", large=True)}


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The page of every handout, and its PDFs, if its characters can be printed."""
    fonts, papers = fonts_of(edition.site), available()
    missing, frame = _missing(edition, theme.prints, theme.strings) if papers else frozenset(), frame_of(edition, theme.strings)
    for page, handout in handouts_of(edition, theme.strings).items():
        lacking = missing & characters(texts_of(handout))
        files = tuple(FORMATS) if papers and are_signs(lacking) else ()
        if edition.site.settings.makes("pages"):
            yield _page(frame, theme, page, handout, files)
        for name in files:
            inputs = {"handout": handout, "form": FORMATS[name], "left_out": "".join(sorted(lacking)), "prints": theme.prints, "fonts": fonts}
            yield Artifact(addresses.printed(page, name), make, inputs, unforked=True)


def make(handout: Handout, form: Format, left_out: str, prints: Prints, fonts: Fonts) -> bytes:
    """The PDF of a handout."""
    return pdf(sheet_of(handout, form, left_out), prints, fonts)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W660: a handout is longer than a page; W661: no font has some of its characters; W664: nothing can be printed here."""
    settings, handouts = edition.site.settings, handouts_of(edition, theme.strings)
    if settings.makes("prints") and (handouts or edition.coming) and not available():
        yield no_typesetter(settings.origin)
        return
    fonts, missing = fonts_of(edition.site), _missing(edition, theme.prints, theme.strings)
    told = set[str]()
    for page, handout in handouts.items():
        lacking = missing & characters(texts_of(handout))
        if lacking - told:
            told |= lacking
            yield lacking_characters(handout.origin.span("takeaway"), f"the handout '{handout.title}'", lacking)
        if are_signs(lacking) and page.startswith("workshops/") and (words := words_too_many(handout, NARROWEST, theme.prints, fonts)):
            message = f"the handout '{handout.title}' is longer than a page"
            yield Diagnostic(handout.origin.span("takeaway"), "W660", message, f"cut about {words} words of the takeaway, or move them to the text below")


def _page(frame: Frame, theme: Theme, page: str, handout: Handout, files: tuple[str, ...]) -> Artifact:
    here = addresses.handout(page)
    onward = handout.step.address.removeprefix(handout.base_url) if handout.step else ""
    inputs = theme.inputs("handout.html", frame, here, handout=handout, page=page, onward=onward, files=files)
    return Artifact(addresses.file_of(here), fill, inputs, origin=handout.origin)


@lru_cache(maxsize=2)
def _missing(edition: Edition, prints: Prints, strings: Strings) -> frozenset[str]:
    """The characters of all handouts that no font here has."""
    texts = {text for handout in handouts_of(edition, strings).values() for text in texts_of(handout)}
    return unprintable(texts, prints, fonts_of(edition.site)) if texts else frozenset()
