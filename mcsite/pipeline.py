"""The corridor itself: load, check, plan; building is ``build.run``, and a command joins them.

Data goes one way, each verb returns a value, and problems are values beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mcsite import checks
from mcsite.build.artifact import Artifact
from mcsite.build.collisions import collisions
from mcsite.build.gathering import Later
from mcsite.content.options import Options
from mcsite.content.site import HeldBack, address_of, read_site
from mcsite.diagnostics import Diagnostic, Severity
from mcsite.model.site import Edition
from mcsite.outputs.unused import unused
from mcsite.planning import whole
from mcsite.render.catalogues import untranslated
from mcsite.render.theme import Theme, ThemeError
from mcsite.source.files import discover
from mcsite.stopwatch import stage


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds. A document with an error is left out of the ``edition``; without settings there is none.

    ``others`` are the theme in the languages of the edition's translations.
    """

    edition: Edition | None
    theme: Theme | None
    diagnostics: tuple[Diagnostic, ...]
    held_back: tuple[HeldBack, ...]
    others: tuple[Theme, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """Every file that the output is to have, and what is wrong with the plan. Of ``bundles``, only making everything else tells the files."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    bundles: tuple[Later, ...] = ()


def load(root: Path, options: Options) -> Loaded:
    """From a site's folder to an edition of it. Reads; writes nothing."""
    with stage("Files") as files:
        found = discover(root)
        files.counted(len(found.files) + len(found.assets), "file")
    reading = read_site(found, options)
    with stage("Theme"):
        themes, theme_notes = _themes(root, reading.edition)
    notes = tuple(sorted({*found.diagnostics, *reading.diagnostics, *theme_notes}))
    return Loaded(reading.edition, themes[0] if themes else None, notes, reading.held_back, themes[1:])


def check(edition: Edition) -> tuple[Diagnostic, ...]:
    """Every question of ``checks/``, put to a complete site."""
    with stage("Checks"):
        return checks.ask(edition)


def plan(edition: Edition, theme: Theme, others: Sequence[Theme] = ()) -> Planned:
    """Every artifact, sorted by path; two that claim one path are a problem that names both. ``others``: the theme in other languages."""
    with stage("Plan") as planning:
        try:
            planned = whole(edition, theme, others)
        except ThemeError as error:
            return Planned((), (error.diagnostic,))
        artifacts = tuple(sorted(planned.artifacts, key=lambda artifact: (artifact.area, artifact.path)))
        planning.counted(len(artifacts), "file")
        return Planned(artifacts, (*collisions(artifacts), *planned.notes), planned.bundles)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site and its problems. With an error among them the edition lacks what could not be read, and must not be built."""

    edition: Edition | None
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    held_back: tuple[HeldBack, ...]
    bundles: tuple[Later, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether a mistake keeps the site from being built."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def prepare(root: Path, options: Options) -> Prepared:
    """Load, check and plan: what ``mcsite check`` is, and what precedes every build. All problems in one run."""
    loaded = load(root, options)
    if loaded.edition is None or loaded.theme is None:
        return Prepared(loaded.edition, (), loaded.diagnostics, loaded.held_back)
    planned = plan(loaded.edition, loaded.theme, loaded.others)
    found = {*loaded.diagnostics, *check(loaded.edition), *planned.diagnostics}
    if all(diagnostic.severity is not Severity.ERROR for diagnostic in found):  # of a site that was not read as a whole, nobody can say what it uses
        found.update(unused(loaded.edition.site, loaded.theme))
    return Prepared(loaded.edition, planned.artifacts, tuple(sorted(found)), loaded.held_back, planned.bundles)


def base_url(root: Path, options: Options) -> str | None:
    """The address of a site, with a slash at its end; none when ``site.md`` has none that can be understood."""
    return address_of(discover(root), options)


def _themes(root: Path, edition: Edition | None) -> tuple[tuple[Theme, ...], tuple[Diagnostic, ...]]:
    """The theme in each language of an edition, the main one first; none of them if it cannot be read."""
    if edition is None:
        return (), ()
    settings = edition.site.settings
    codes = [language.code for language in settings.languages] or [settings.language]
    named_at = settings.origin.span("languages" if settings.languages else "language")
    try:
        themes = tuple(Theme.open(root, settings.theme, settings.origin.span("theme"), code) for code in codes)
    except ThemeError as error:
        return (), (error.diagnostic,)
    return themes, tuple(note for theme in themes for note in untranslated(theme.strings, settings.theme, named_at))
