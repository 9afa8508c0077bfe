"""The settings that were read before: what ``site.md`` says between its lines of hyphens is hardly ever another thing from one build to the next."""

from __future__ import annotations

from mcsite import kept, memo
from mcsite.content.dependence import digest
from mcsite.content.options import Options
from mcsite.content.usual_kinds import titles_of_usual_kinds
from mcsite.diagnostics import Diagnostic
from mcsite.model.settings import Settings
from mcsite.pickles import pickled, unpickled
from mcsite.source.document import Document


def settings_of_home(home: Document, options: Options, notes: list[Diagnostic]) -> Settings | None:
    """The settings of a ``site.md``, as far as they can be understood, or ``None``; what is wrong with them is noted, and read anew each time."""
    key = digest((home.path, dict(home.fields), dict(home.origin.places), home.origin.body_line, options.base_url))
    if (known := _again(key)) is not None:
        return known
    # Forms take a tenth of a second to come in: only when something is to be read anew.
    from mcsite.content.settings import read_settings  # noqa: PLC0415 - see above

    before = len(notes)
    settings = read_settings(home, options, notes)
    if settings and len(notes) == before:
        remembered = titles_of_usual_kinds(settings.language), settings
        data = pickled(remembered)
        memo.keep("settings", key, data)
        kept.keep(remembered, unpickled, data)
    return settings


def _again(key: bytes) -> Settings | None:
    """What is remembered; none where the theme has other words for kinds of events since."""
    known = memo.recall("settings", key)
    titles, settings = kept.again(unpickled, known) if known is not None else ({}, None)
    return settings if settings and titles == titles_of_usual_kinds(settings.language) else None
