"""Pictures as print templates take them: drawings as they are, all others as JPEG within a drawing.

The typesetter is given its files as text. A drawing that holds nothing but a photograph is text too, and the photograph comes out
of it byte for byte.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from mcsite.memo import remember
from mcsite.model.library import AssetFile
from mcsite.render.positions import without_notes

DRAWING = ".svg"


def picture_of(file: AssetFile) -> bytes:
    """The picture in a file of ``assets/`` as SVG."""
    if file.path.lower().endswith(DRAWING):
        return without_notes(Path(file.source).read_bytes())
    return remember("print picture", file.digest.encode(), lambda: _framed(Path(file.source).read_bytes()))


def _framed(data: bytes) -> bytes:
    from mcsite.render.pictures import inspect, printable  # noqa: PLC0415 - pillow takes 30 ms to come in: only for a new picture

    jpeg = printable(data)
    size = inspect(jpeg, "picture.jpg")
    box = f'width="{size.width}" height="{size.height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width} {size.height}" {box}>'
    return f'{head}<image {box} href="data:image/jpeg;base64,{b64encode(jpeg).decode()}"/></svg>'.encode()
