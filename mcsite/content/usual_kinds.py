"""What the kinds of events that every site has are called in its language."""

from __future__ import annotations

from mcsite.model.settings import KINDS
from mcsite.render.catalogues import shipped_strings


def titles_of_usual_kinds(language: str) -> dict[str, str]:
    """The titles in a language, by slug."""
    strings = shipped_strings(language)
    return {kind.slug: strings.pgettext("kind of gathering", kind.title) for kind in KINDS}
