"""One output file as a value: where it goes, how it is made, and from what.

*The signature is the dependency list*: ``make`` is a module-level function without side effects, called as
``make(**inputs)``; the inputs are plain frozen data. There is no graph, no tracker and no invalidation pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mcsite.model.origin import Origin


class Area(StrEnum):
    """The two folders of the output; they never nest."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output file.

    ``path`` is relative to the area's folder, with ``/``. ``origin`` says whom to name when two artifacts claim one path.
    ``unforked``: its maker uses a library with threads of its own, which a forked process would wait for in vain.
    ``effort`` is how many ordinary files take as long to make as this one.
    """

    path: str
    make: Callable[..., bytes]
    inputs: Mapping[str, object]
    area: Area = Area.PUBLIC
    origin: Origin | None = None
    unforked: bool = False
    effort: int = 1


def family(artifact: Artifact) -> str:
    """What kind of file it is, for who asks where the time goes: a page by its template (``event``), another by the module of its maker (``feeds``)."""
    template = getattr(artifact.inputs.get("template"), "name", "")
    return template.removesuffix(".html") or artifact.make.__module__.rpartition(".")[2]
