"""The only door to segno: addresses as QR codes (ISO/IEC 18004), drawn here and by nobody else's service."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 6.3.8)."""
LEAST_MODULE = 0.5
"""Millimetres of one module: what a telephone reads at arm's length from paper of a home printer, with some to spare."""
LEAST_SIDE = 28.0
"""Millimetres of a side, quiet zone included: a short address should not look like a speck."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as SVG with its quiet zone; ``side`` is the least side at which it should be printed, in millimetres."""

    svg: bytes
    side: float


@lru_cache(maxsize=256)
def code(address: str) -> Code:
    """The code of an address: level M, which survives a crease or a drop of coffee on a seventh of it."""
    import segno  # noqa: PLC0415 - only where something is printed

    drawn = segno.make_qr(address, error="m", boost_error=False)
    modules = drawn.symbol_size(border=QUIET)[0]
    out = BytesIO()
    drawn.save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, omitsize=True, light="#fff", dark="#000")
    return Code(out.getvalue(), max(LEAST_SIDE, modules * LEAST_MODULE))


@lru_cache(maxsize=256)
def data_uri(address: str) -> str:
    """The same for the ``src`` of a picture on a page."""
    import segno  # noqa: PLC0415 - only where something is printed

    return str(segno.make_qr(address, error="m", boost_error=False).svg_data_uri(border=QUIET, omitsize=True, light="#fff"))
