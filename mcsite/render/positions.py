"""Where a photograph was taken, written into the file by the camera: found, and taken out without touching the picture.

What is taken out goes whole: the Exif block (but for the orientation), XMP and IPTC. Pixels and colour profile stay byte
for byte (JPEG: ISO/IEC 10918-1 B.1; PNG: W3C PNG 11.3; WebP: RFC 9649; TIFF 6.0 for what is inside Exif).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_GPS, _ORIENTATION = 0x8825, 0x0112
_TIFF = re.compile(rb"II\*\x00\x08\x00\x00\x00|MM\x00\*\x00\x00\x00\x08")
"""How an Exif block begins wherever it lies in a file."""
_XMP_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_EXIF, _XMP = b"Exif\x00\x00", b"http://ns.adobe.com/"


def has_position(data: bytes) -> bool:
    """Whether a JPEG, PNG, WebP or AVIF picture says where it was taken."""
    return any(_tells(block) for block in _blocks(data))


def without_position(data: bytes) -> bytes:
    """The same picture without its position; the same bytes when it has none, or when it is AVIF: see ``can_be_cleaned``."""
    if not has_position(data) or not can_be_cleaned(data):
        return data
    if data.startswith(b"\xff\xd8"):
        return _cleaned_jpeg(data)
    return _cleaned_png(data) if data.startswith(b"\x89PNG") else _cleaned_webp(data)


def can_be_cleaned(data: bytes) -> bool:
    """Whether a position can be taken out: an AVIF file keeps account of where everything in it lies."""
    return data[4:8] != b"ftyp"


def _blocks(data: bytes) -> Iterator[bytes]:
    """Blocks that may tell: Exif as a TIFF structure, XMP as its XML."""
    if data.startswith(b"\xff\xd8"):
        yield from (body.removeprefix(_EXIF) for marker, body, _ in _segments(data) if marker == 0xE1)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from (body for name, body, _ in _chunks(data, 8, ">I4s", 4) if name in (b"eXIf", b"iTXt", b"tEXt", b"zTXt"))
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from (body.removeprefix(_EXIF) for name, body, _ in _chunks(data, 12, "<4sI", 0) if name in (b"EXIF", b"XMP "))
    elif data[4:8] == b"ftyp":
        yield from (data[found.start() :] for found in _TIFF.finditer(data))
        yield from (found[0] for found in _XMP_PACKET.finditer(data))


def _tells(block: bytes) -> bool:
    if block[:2] in (b"II", b"MM"):
        return _GPS in _tags(block)
    return b"GPSLatitude" in block or b"GPSLatitude" in _inflated(block) or block.startswith(b"Raw profile type exif")


def _inflated(block: bytes) -> bytes:
    """The text of a compressed PNG text chunk, as far as a megabyte."""
    start = block.find(b"x\x9c")
    try:
        return zlib.decompressobj().decompress(block[start:], 1_000_000) if start >= 0 else b""
    except zlib.error:
        return b""


def _tags(tiff: bytes) -> dict[int, int]:
    """The tags of the first directory of a TIFF structure, with values as far as they are short numbers."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        entries = (struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number) for number in range(count))
        return {tag: value for tag, _, _, value in entries}
    except struct.error:
        return {_GPS: 0}  # what cannot be read may tell anything


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The segments of a JPEG before its picture data: marker, content, offset."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", data, position + 2)
        yield data[position + 1], data[position + 4 : position + 2 + length], position
        position += 2 + max(2, length)


def _cleaned_jpeg(data: bytes) -> bytes:
    kept, end, orientation = [data[:2]], 2, 1
    for marker, body, position in _segments(data):
        end = position + 4 + len(body)
        if marker == 0xE1 and body.startswith(_EXIF):
            orientation = _tags(body.removeprefix(_EXIF)).get(_ORIENTATION, 1)
        elif not (marker == 0xE1 and body.startswith(_XMP)) and marker != 0xED:
            kept.append(data[position:end])
    if 2 <= orientation <= 8:
        exif = _EXIF + struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
        kept.insert(1, struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif)
    return b"".join([*kept, data[end:]])


def _chunks(data: bytes, start: int, header: str, trailer: int) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The chunks of a PNG or WebP: name, content, and the whole as it stands in the file."""
    position = start
    while position + 8 <= len(data):
        first, second = struct.unpack_from(header, data, position)
        name, length = (second, first) if isinstance(second, bytes) else (first, second)
        end = position + 8 + length + (trailer or length % 2)
        yield name, data[position + 8 : position + 8 + length], data[position:end]
        position = end


def _cleaned_png(data: bytes) -> bytes:
    return data[:8] + b"".join(whole for name, _, whole in _chunks(data, 8, ">I4s", 4) if name not in (b"eXIf", b"iTXt", b"tEXt", b"zTXt"))


def _cleaned_webp(data: bytes) -> bytes:
    kept = []
    for name, body, whole in _chunks(data, 12, "<4sI", 0):
        if name == b"VP8X":
            kept.append(whole[:8] + bytes([body[0] & ~0x0C]) + body[1:])  # no Exif, no XMP any more
        elif name not in (b"EXIF", b"XMP "):
            kept.append(whole)
    chunks = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks
