"""A file that is made of others: a zip with everything that there is for an event.

Which files those are is a rule, the folders that they lie in, so that an output of tomorrow is taken along without a word here. When everything
else is made, ``gathered`` turns the rule into an ordinary artifact whose input is a digest for each piece: it is made again exactly when
a piece came, went or has other bytes. The pieces themselves are read, not made again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mcsite.build.artifact import Area, Artifact
from mcsite.build.bundle import Bundle

_AFTER_ALL = "\U0010ffff"
"""A sign that comes after all others, as in no path."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file that went into another: its name there, and the digest of its bytes, which ``file`` holds while a build goes on."""

    name: str
    digest: bytes
    file: Path = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A file of pieces: ``make(pieces=..., **inputs)`` gives its bytes, from a tuple of ``Piece`` in order of their names.

    ``folders`` are pairs of a folder of the output and of what it is called within, both with ``/`` at the end or empty; so are ``files``, by
    their whole names. Of folders, what ends with one of ``leaves_out`` stays out. A piece that nobody makes is none.
    """

    path: str
    make: Callable[..., bytes]
    inputs: Mapping[str, object]
    folders: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    leaves_out: tuple[str, ...] = ()
    area: Area = Area.PUBLIC

    def pieces(self, paths: Sequence[str]) -> dict[str, str]:
        """Which of all files, given in order, it takes: their paths by the names that they have in it."""
        found = dict(self._of_folders(paths))
        found |= {name: path for path, name in self.files if _is_among(path, paths)}
        return dict(sorted(found.items()))

    def _of_folders(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        for folder, within in self.folders:
            for path in paths[bisect_left(paths, folder) : bisect_left(paths, folder + _AFTER_ALL)]:
                if not path.endswith(self.leaves_out):
                    yield within + path.removeprefix(folder), path


Later = Bundle | Gathering
"""What becomes artifacts only when everything else is made."""


def gathered(gathering: Gathering, paths: Sequence[str], known: Callable[[str], tuple[bytes, Path]]) -> Artifact:
    """The artifact of a gathering. ``paths`` are those of its area, in order; ``known`` gives the digest of one, and where its bytes lie."""
    pieces = tuple(Piece(name, *known(path)) for name, path in gathering.pieces(paths).items())
    return Artifact(gathering.path, gathering.make, {**gathering.inputs, "pieces": pieces}, gathering.area)


def _is_among(path: str, paths: Sequence[str]) -> bool:
    place = bisect_left(paths, path)
    return place < len(paths) and paths[place] == path
