"""The corridor itself: load, check, plan; building is ``build.run``, and a command joins them.

Data goes one way, each verb returns a value, and problems are values beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mcsite import checks
from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.build.collisions import collisions
from mcsite.content.options import Options
from mcsite.content.site import HeldBack, address_of, read_site
from mcsite.diagnostics import Diagnostic, Severity
from mcsite.model.site import Edition
from mcsite.outputs import private, public
from mcsite.outputs.closing import close
from mcsite.render.catalogues import untranslated
from mcsite.render.theme import Theme, ThemeError
from mcsite.source.files import discover
from mcsite.stopwatch import stage


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds. A document with an error is left out of the ``edition``; without settings there is none."""

    edition: Edition | None
    theme: Theme | None
    diagnostics: tuple[Diagnostic, ...]
    held_back: tuple[HeldBack, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """Every file that the output is to have, and what is wrong with the plan. Of ``bundles``, making them tells the files."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    bundles: tuple[Bundle, ...] = ()


def load(root: Path, options: Options) -> Loaded:
    """From a site's folder to an edition of it. Reads; writes nothing."""
    with stage("Files") as files:
        found = discover(root)
        files.counted(len(found.files) + len(found.assets), "file")
    reading = read_site(found, options)
    with stage("Theme"):
        theme, theme_notes = _theme(root, reading.edition)
    return Loaded(reading.edition, theme, tuple(sorted({*found.diagnostics, *reading.diagnostics, *theme_notes})), reading.held_back)


def check(edition: Edition) -> tuple[Diagnostic, ...]:
    """Every question of ``checks/``, put to a complete site."""
    with stage("Checks"):
        return checks.ask(edition)


def plan(edition: Edition, theme: Theme) -> Planned:
    """Every artifact, sorted by path; two that claim one path are a problem that names both."""
    with stage("Plan") as planning:
        try:
            notes = tuple(public.review(edition, theme))
            found = (*public.plan(edition, theme), *private.plan(edition, theme))
        except ThemeError as error:
            return Planned((), (error.diagnostic,))
        planned = tuple(each for each in found if isinstance(each, Artifact))
        artifacts = tuple(sorted((*planned, *close(edition, theme.strings, planned)), key=lambda artifact: (artifact.area, artifact.path)))
        planning.counted(len(artifacts), "file")
        return Planned(artifacts, (*collisions(artifacts), *notes), tuple(each for each in found if isinstance(each, Bundle)))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site and its problems. With an error among them the edition lacks what could not be read, and must not be built."""

    edition: Edition | None
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    held_back: tuple[HeldBack, ...]
    bundles: tuple[Bundle, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether a mistake keeps the site from being built."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def prepare(root: Path, options: Options) -> Prepared:
    """Load, check and plan: what ``mcsite check`` is, and what precedes every build. All problems in one run."""
    loaded = load(root, options)
    if loaded.edition is None or loaded.theme is None:
        return Prepared(loaded.edition, (), loaded.diagnostics, loaded.held_back)
    planned = plan(loaded.edition, loaded.theme)
    found = (*loaded.diagnostics, *check(loaded.edition), *planned.diagnostics)
    return Prepared(loaded.edition, planned.artifacts, tuple(sorted(set(found))), loaded.held_back, planned.bundles)


def base_url(root: Path, options: Options) -> str | None:
    """The address of a site, with a slash at its end; none when ``site.md`` has none that can be understood."""
    return address_of(discover(root), options)


def _theme(root: Path, edition: Edition | None) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    if edition is None:
        return None, ()
    settings = edition.site.settings
    try:
        theme = Theme.open(root, settings.theme, settings.origin.span("theme"), settings.language)
    except ThemeError as error:
        return None, (error.diagnostic,)
    return theme, untranslated(theme.strings, settings.theme, settings.origin.span("language"))
