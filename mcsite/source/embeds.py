"""HTML in Markdown that would bring in a program or another site: pages leave it out, and whoever pasted it should hear of that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mcsite.source.references import without_code

_NAMES = "applet|audio|button|canvas|embed|form|iframe|input|link|math|meta|object|script|select|style|svg|textarea|video"
_EMBED = re.compile(rf"<({_NAMES})(?=[\s/>])([^<>]{{0,2000}})", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:src|data|href|action)\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Embed:
    """An element that is left out: its name, the address that it would load, if there is one, and where it begins (from 1)."""

    name: str
    address: str
    line: int
    column: int


def embeds(body: str, first_line: int = 1) -> Iterator[Embed]:
    """Every such element outside code; ``first_line`` is the number of the body's first line in its file."""
    if not _EMBED.search(body):
        return
    text = without_code(body)
    for found in _EMBED.finditer(text):
        address = _ADDRESS.search(found[2])
        line = text.count("\n", 0, found.start())
        yield Embed(found[1].lower(), address[1] if address else "", first_line + line, found.start() - text.rfind("\n", 0, found.start()))
