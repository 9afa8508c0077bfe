"""Several files that are made at once, with names that only making them tells: such as a search index.

A plan cannot name them, so it yields a ``Bundle`` in their place. When everything else is made, ``unpacked`` turns it into ordinary
artifacts, one for each file, which are compared and published like all others. The names and digests are remembered by the bundle's
inputs: while those are the same, nothing is made, and each file is known to be the one that lies there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mcsite.build.artifact import Area, Artifact
from mcsite.build.fingerprint import Fingerprints, digest
from mcsite.memo import recall, remember


@dataclass(frozen=True)
class Bundle:
    """The files of one folder, which is nobody else's: ``make(**inputs)`` gives their bytes by their names, which may hold ``/``.

    ``folder`` is relative to the area's, and ends with ``/``. ``make`` may raise ``LeftOut``.
    """

    folder: str
    make: Callable[..., Mapping[str, bytes]]
    inputs: Mapping[str, object]
    area: Area = Area.PUBLIC

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What comes of it, made at most once."""
        return self.make(**self.inputs)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle: it is its bytes that count, not what else the bundle holds."""

    name: str
    digest: bytes
    bundle: Bundle = field(compare=False, repr=False)


def unpacked(bundle: Bundle) -> tuple[Artifact, ...]:
    """An artifact for each file of a bundle. Raises ``LeftOut`` when the bundle cannot be made."""
    return _members(bundle, remember("bundle", _key(bundle), lambda: _listed(bundle.files)))


def remembered(bundle: Bundle) -> tuple[Artifact, ...] | None:
    """The same without making anything; none when making it is what it takes to know."""
    listed = recall("bundle", _key(bundle))
    return None if listed is None else _members(bundle, listed)


def member(file: Member) -> bytes:
    """The bytes of one file of a bundle."""
    return file.bundle.files[file.name]


def _key(bundle: Bundle) -> bytes:
    fingerprints = Fingerprints()
    maker = f"{bundle.make.__module__}.{bundle.make.__qualname__}\0".encode()
    return maker + b"".join(fingerprints.of((name, bundle.inputs[name])) for name in sorted(bundle.inputs))


def _listed(files: Mapping[str, bytes]) -> bytes:
    return json.dumps({name: digest(data).hex() for name, data in files.items()}).encode()


def _members(bundle: Bundle, listed: bytes) -> tuple[Artifact, ...]:
    found = ((name, bytes.fromhex(mark)) for name, mark in json.loads(listed).items())
    return tuple(Artifact(bundle.folder + name, member, {"file": Member(name, mark, bundle)}, bundle.area) for name, mark in found)
