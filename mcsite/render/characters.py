"""Which characters of a text no font here has: they would be printed as empty boxes, so they never are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from mcsite.diagnostics import Diagnostic, Span
from mcsite.memo import remember
from mcsite.render.fonts import Fonts
from mcsite.render.print import Sheet, Unprintable, pdf
from mcsite.render.theme_sources import Prints

T = TypeVar("T")

TEMPLATE = "characters.typ"
NAMED = 12
"""At most so many characters are named."""


def unprintable(texts: Iterable[str], prints: Prints, fonts: Fonts) -> frozenset[str]:
    """The characters of some texts that cannot be printed. Raises ``ThemeError``.

    All are tried at once, and the answer is remembered, so that it costs nothing until a new character comes.
    """
    tried = "".join(sorted(char for char in characters(texts) if not _is_silent(char)))
    key = "\0".join((tried, prints.digest, *(file.digest for file in fonts.own))).encode("utf-8", "surrogatepass")
    return frozenset(remember("unprintable", key, lambda: _tried(tried, prints, fonts).encode()).decode())


def characters(texts: Iterable[str]) -> frozenset[str]:
    """Each character of some texts."""
    return frozenset(char for text in texts for char in text)


def lacking_of_each(texts: Mapping[T, Iterable[str]], prints: Prints, fonts: Fonts) -> dict[T, frozenset[str]]:
    """The characters of each of several things that cannot be printed, by what it is called. Raises ``ThemeError``."""
    found = {name: characters(each) for name, each in texts.items()}
    missing = unprintable(("".join(text) for text in found.values()), prints, fonts) if found else frozenset()
    return {name: missing & text for name, text in found.items()}


def lacking_characters(span: Span, what: str, lacking: Iterable[str], printed: str = "printed", made: str = "made as PDF") -> Diagnostic:
    """W661: what is ``printed`` has characters that no font here has."""
    named = " ".join(sorted(lacking)[:NAMED]) + (" …" if len(set(lacking)) > NAMED else "")
    if are_signs(lacking):
        message = f"{what} is {printed} without {named}: no font here has it"
        return Diagnostic(span, "W661", message, "take it out, or put a font that has it into assets/fonts/")
    help_ = "put a font that has them, as TTF or OTF, into assets/fonts/: Noto Sans or Serif for your script, say"
    return Diagnostic(span, "W661", f"{what} is not {made}: no font here has {named}", help_)


def are_signs(found: Iterable[str]) -> bool:
    """Whether characters only decorate (a smile, an arrow), so that a text can do without them."""
    return all(unicodedata.category(char) in {"So", "Sk"} for char in found)


def _tried(tried: str, prints: Prints, fonts: Fonts) -> str:
    try:
        pdf(Sheet(TEMPLATE, {"characters": list(tried)}), prints, fonts)
    except Unprintable as found:
        return found.characters
    return ""


def _is_silent(char: str) -> bool:
    """Blanks, joiners and the like, which are not drawn."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Mn"}
