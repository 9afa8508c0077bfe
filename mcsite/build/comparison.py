"""What is wanted, what is remembered, and what lies in the output folder: which files must be made, and why."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mcsite import kept
from mcsite.build import manifest
from mcsite.build.artifact import Area, Artifact
from mcsite.build.fingerprint import Fingerprints, Parts, digest, maker_name
from mcsite.build.folder import Seen, listed, survey
from mcsite.build.manifest import Manifest, Record
from mcsite.build.program import program_digest
from mcsite.build.reasons import why
from mcsite.stopwatch import stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """An artifact with the name of its maker and the fingerprints of its inputs."""

    artifact: Artifact
    maker: str
    parts: Parts


@dataclass(frozen=True)
class Comparison:
    """Everything by its path from the output folder, with ``/``: ``public/index.html``.

    ``live`` is what lies there, ``listed`` what the folder's own list says that we made.
    """

    root: Path
    wanted: Mapping[str, Wanted]
    memory: Manifest
    program: bytes
    live: Mapping[str, Seen]
    listed: frozenset[str]
    _digests: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, artifacts: Iterable[Artifact], output: Path, cache: Path | None) -> Comparison:
        """Reads the memory and the folder. Raises ``TypeError`` and ``ValueError`` for a plan that is wrong."""
        with stage("What the last build left") as looking:
            memory = manifest.load(manifest.place(cache, output)) if cache else manifest.EMPTY
            live = {path: seen for area in Area for path, seen in survey(output / area, f"{area}/")}
            looking.counted(len(live), "file")
        with stage("Fingerprints") as comparing:
            wanted = _wanted(artifacts, _fingerprints())
            comparing.counted(len(wanted), "file")
        return cls(output, wanted, memory, program_digest(), live, listed(output))

    def joined_by(self, artifacts: Iterable[Artifact]) -> Comparison:
        """The same with more that is wanted, which only what was made before could tell."""
        return replace(self, wanted={**self.wanted, **_wanted(artifacts, kept.recall(Fingerprints) or Fingerprints())})

    @property
    def records(self) -> Mapping[str, Record]:
        """What the last build noted of each file."""
        return self.memory.records

    def is_ours(self, path: str) -> bool:
        """Whether we made the file that lies there."""
        return path in self.listed or path in self.records

    def reasons(self, known: Container[str] = ()) -> dict[str, str]:
        """Why each file must be made that must; of those that are ``known`` nothing is asked."""
        return {path: reason for path, wanted in self.wanted.items() if path not in known and (reason := self._why(path, wanted))}

    def unwanted(self) -> tuple[str, ...]:
        """Files of ours that are no longer wanted."""
        return tuple(sorted(path for path in self.live if path not in self.wanted and self.is_ours(path)))

    def foreign(self) -> tuple[str, ...]:
        """Files that others put there."""
        return tuple(sorted(path for path in self.live if path not in self.wanted and not self.is_ours(path)))

    def digest_of(self, path: str) -> bytes:
        """The digest of the file that is published now; empty when there is none. Read only when the system's word leaves a doubt."""
        if path not in self._digests:
            self._digests[path] = self._digest(path, self.live.get(path), self.records.get(path))
        return self._digests[path]

    def _digest(self, path: str, seen: Seen | None, record: Record | None) -> bytes:
        if seen is None or seen.size < 0:
            return b""
        if record and (seen.size, seen.modified) == (record.size, record.modified):
            return record.digest
        return digest((self.root / path).read_bytes())

    def _why(self, path: str, wanted: Wanted) -> str:
        record = self.records.get(path)
        if record and self.memory.program != self.program:
            return "the program changed"
        return why(wanted.maker, wanted.parts, record, self.live.get(path), lambda: self.digest_of(path))


def _fingerprints() -> Fingerprints:
    """Those of this build, which only a process that builds again holds on to: they hold all that was looked at."""
    before: Fingerprints | None = kept.recall(Fingerprints)
    return kept.keep(before.of_next_build() if before else Fingerprints(), Fingerprints)


def _wanted(artifacts: Iterable[Artifact], fingerprints: Fingerprints) -> dict[str, Wanted]:
    return {f"{artifact.area}/{_safe(artifact.path)}": _wanted_as(artifact, fingerprints) for artifact in artifacts}


def _wanted_as(artifact: Artifact, fingerprints: Fingerprints) -> Wanted:
    known: Wanted | None = kept.recall(Wanted, artifact)
    return known or kept.keep(Wanted(artifact, maker_name(artifact), fingerprints.of_inputs(artifact)), Wanted, artifact)


def _safe(path: str) -> str:
    """The path, if it cannot lead out of the output folder on any system; else ``ValueError``: a plan must not contain it."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or any(sign in path for sign in "\\:\0\n\r") or os.path.isabs(path):  # noqa: PTH117 - no object for each
        message = f"an artifact may not have the path {path!r}"
        raise ValueError(message)
    return path
