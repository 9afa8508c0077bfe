"""All that is needed to fill in a theme's templates, as one value that travels to worker processes."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcsite.render.strings import ENGLISH, Strings


@dataclass(frozen=True, slots=True)
class Sources:
    """The text of every template and the address of every static file of a theme.

    Compares by ``digest`` alone, so that what is compiled for one state of a theme is never used for another.
    ``templates`` are (name, path to show, text); ``statics`` are (name, address below the site's root);
    ``strings`` are the words of the site's language.
    """

    digest: str
    templates: tuple[tuple[str, str, str], ...] = field(compare=False, repr=False)
    statics: tuple[tuple[str, str], ...] = field(compare=False, repr=False)
    strings: Strings = field(default=ENGLISH, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prints:
    """The text of every print template of a theme, as (name, path to show, text). Compares by ``digest`` alone: a print may use any of them."""

    digest: str
    texts: tuple[tuple[str, str, str], ...] = field(compare=False, repr=False)


NO_PRINTS = Prints("", ())
"""Of a theme that is used for pages alone."""
