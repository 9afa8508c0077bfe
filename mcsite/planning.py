"""The whole plan of a site: that of its main language, and below their folders those of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.build.gathering import Later
from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.outputs import private, public
from mcsite.outputs.closing import Closed, close, memory
from mcsite.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Whole:
    """Every artifact, bundle and gathering, and what those who wrote the content should know of how it comes out."""

    artifacts: tuple[Artifact, ...]
    bundles: tuple[Later, ...]
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one language adds: artifacts, with those that close its plan, bundles, and all addresses with whose they are."""

    artifacts: tuple[Artifact, ...]
    bundles: tuple[Later, ...]
    addresses: tuple[tuple[str, str], ...]


def whole(edition: Edition, theme: Theme, others: Sequence[Theme] = ()) -> Whole:
    """The plan of an edition and its translations; ``others`` are the theme in the language of each. Raises ``ThemeError``."""
    notes = (*public.review(edition, theme), *private.review(edition, theme))
    parts = [_part(edition, theme, (*public.plan(edition, theme), *private.plan(edition, theme)))]
    for translation, spoken in zip(edition.translations, others, strict=True):
        notes += tuple(public.review(translation, spoken))
        parts.append(_below(translation.site.settings.folder, _part(translation, spoken, public.plan_translation(translation, spoken))))
    known = {address: whose for part in parts for address, whose in part.addresses}
    artifacts = (artifact for part in parts for artifact in part.artifacts)
    return Whole((*artifacts, memory(edition, known.items())), tuple(bundle for part in parts for bundle in part.bundles), notes)


def _part(edition: Edition, theme: Theme, found: Iterable[Artifact | Later]) -> _Part:
    made = tuple(found)
    planned = tuple(each for each in made if isinstance(each, Artifact))
    closed: Closed = close(edition, theme.strings, planned)
    return _Part((*planned, *closed.artifacts), tuple(each for each in made if not isinstance(each, Artifact)), closed.addresses)


def _below(folder: str, part: _Part) -> _Part:
    """The same in the folder of a language."""
    return _Part(
        tuple(replace(artifact, path=folder + artifact.path) for artifact in part.artifacts),
        tuple(_later_below(folder, later) for later in part.bundles),
        tuple((folder + address, whose) for address, whose in part.addresses),
    )


def _later_below(folder: str, later: Later) -> Later:
    """What is gathered lies in the folder of the language, too, but for what all languages share."""
    if isinstance(later, Bundle):
        return Bundle(folder + later.folder, later.make, later.inputs, later.area)
    folders, files = (tuple((addresses.file_below(folder, path), name) for path, name in pairs) for pairs in (later.folders, later.files))
    return replace(later, path=folder + later.path, folders=folders, files=files)
