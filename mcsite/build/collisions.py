"""Two artifacts may never claim one path; the message names both."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic, Span


def collisions(artifacts: Iterable[Artifact]) -> tuple[Diagnostic, ...]:
    """E640 for every artifact whose path an earlier one has already, compared as the most forgetful file system would."""
    owners: dict[tuple[str, str], Artifact] = {}
    notes = []
    for artifact in artifacts:
        owner = owners.setdefault((artifact.area, _folded(artifact.path)), artifact)
        if owner is not artifact:
            notes.append(_note(artifact, owner))
    return tuple(notes)


def _folded(path: str) -> str:
    """Macs and Windows take ``Zoë.html`` and ``zoë.HTML`` for one file, in either spelling of the ë."""
    return unicodedata.normalize("NFC", path).casefold()


def _note(artifact: Artifact, owner: Artifact) -> Diagnostic:
    blamed = artifact.origin or owner.origin
    other = owner if artifact.origin else artifact
    span = blamed.span() if blamed else Span(artifact.path)
    rival = other.origin.path if other.origin else "mcsite itself"
    return Diagnostic(span, "E640", f"this file and {rival} would both become '{artifact.path}'", "rename one of the two files")
