"""What a camera writes into its photographs beside the picture: found, and taken out without touching the picture.

The place and the time, the camera's number, its maker's notes, a thumbnail of what was cut away, whole films and second
pictures behind the first. Only what a format needs for showing the picture is kept, byte for byte: pixels, colour profile,
animation, and which way is up. (JPEG: ISO/IEC 10918-1 B.1; PNG: W3C PNG 11; WebP: RFC 9649; GIF: GIF89a 23 to 26; TIFF 6.0
for what is inside Exif.)
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator

from mcsite.render.drawings import looks_like_drawing

_GPS, _ORIENTATION = 0x8825, 0x0112
_TIFF = re.compile(rb"II\*\x00\x08\x00\x00\x00|MM\x00\*\x00\x00\x00\x08")
"""How an Exif block begins wherever it lies in a file."""
_XMP_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_EMBEDDED = re.compile(rb"(data:image/(?:png|jpeg|gif|webp);base64,)([A-Za-z0-9+/=\s]*)")
"""A photograph in a drawing, as ``drawings`` lets it pass."""
_EXIF = b"Exif\x00\x00"
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""The marker behind a scan: in it are none but those that restart it (B.1.1.5)."""
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_PNG_SHOWS = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split())
_WEBP_SHOWS = frozenset([b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_GIF_SHOWS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""How often a GIF repeats, and its colours: what it says beyond the standard that is about showing it."""


def has_position(data: bytes) -> bool:
    """Whether a JPEG, PNG, WebP, GIF or AVIF picture says where it was taken, or a drawing does that holds one."""
    return any(_tells(block) for block in _blocks(data))


def without_notes(data: bytes) -> bytes:
    """The same picture without what its camera noted; the same bytes when there is none.

    So is a file that cannot be cleaned: one that is damaged, and AVIF, which keeps account of where everything in it lies.
    """
    try:
        if data.startswith(_JPEG):
            return _cleaned_jpeg(data)
        if data.startswith(_PNG):
            return _cleaned_png(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _cleaned_gif(data)
        if looks_like_drawing(data):
            return _EMBEDDED.sub(_cleaned_part, data)
        return _cleaned_webp(data) if _is_webp(data) else data
    except (struct.error, IndexError, ValueError):
        return data


def _blocks(data: bytes) -> Iterator[bytes]:
    """Blocks that may tell: Exif as a TIFF structure, XMP as its XML."""
    if data.startswith(_JPEG):
        yield from (body.removeprefix(_EXIF) for marker, body, _ in _segments(data) if marker == 0xE1)
    elif data.startswith(_PNG):
        yield from (body for name, body, _ in _chunks(data, 8, ">I4s", 4) if name in (b"eXIf", b"iTXt", b"tEXt", b"zTXt"))
    elif _is_webp(data):
        yield from (body.removeprefix(_EXIF) for name, body, _ in _chunks(data, 12, "<4sI", 0) if name in (b"EXIF", b"XMP "))
    elif data[4:8] == b"ftyp":
        yield from (data[found.start() :] for found in _TIFF.finditer(data))
        yield from (found[0] for found in _XMP_PACKET.finditer(data))
    elif data.startswith(b"GIF"):
        yield from (found[0] for found in _XMP_PACKET.finditer(data))
    elif looks_like_drawing(data):
        yield _EMBEDDED.sub(b"", data)
        yield from (block for found in _EMBEDDED.finditer(data) for block in _blocks(_decoded(found)))


def _decoded(part: re.Match[bytes]) -> bytes:
    """A photograph that is written out in a drawing."""
    return b64decode(re.sub(rb"\s", b"", part[2]) + b"===")


def _cleaned_part(part: re.Match[bytes]) -> bytes:
    data = _decoded(part)
    clean = without_notes(data)
    return part[0] if clean == data else part[1] + b64encode(clean)


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


def _upright(exif: bytes) -> bytes:
    """An Exif block that says which way is up, as another one does, and nothing else; empty when that one does not."""
    orientation = _tags(exif).get(_ORIENTATION, 1)
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0) if 2 <= orientation <= 8 else b""


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The segments of a JPEG as far as its end, scans with what follows them: marker, content, and the whole as it stands in the file."""
    position = 2
    while 0 <= position <= len(data) - 4 and (marker := data[position + 1]) != 0xD9:
        end = position + 2 + max(2, struct.unpack_from(">H", data, position + 2)[0])
        if data[position] != 0xFF or marker == 0xFF:  # what decoders pass over: B.1.1.2 allows for more of these
            position = data.find(b"\xff", position + 1)
            continue
        if marker == 0xDA:
            found = _AFTER_SCAN.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[position + 4 : end], data[position:end]
        position = end


def _cleaned_jpeg(data: bytes) -> bytes:
    """What comes behind the end is left out, too: there telephones put films, and second pictures with a place of their own."""
    kept, exif = [data[:2]], b""
    for marker, body, whole in _segments(data):
        if marker == 0xE1 and body.startswith(_EXIF):
            exif = exif or _upright(body.removeprefix(_EXIF))
        elif _jpeg_needs(marker, body):
            kept.append(whole)
    if exif:
        kept.insert(1, struct.pack(">BBH", 0xFF, 0xE1, len(_EXIF + exif) + 2) + _EXIF + exif)
    return b"".join([*kept, b"\xff\xd9"])


def _jpeg_needs(marker: int, body: bytes) -> bool:
    """All that is no application's, and of those the size, the colour profile, and what Adobe says of how colours are meant."""
    if 0xE0 <= marker <= 0xEF:
        return (marker, body[:5]) in ((0xE0, b"JFIF\0"), (0xEE, b"Adobe")) or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
    return marker != 0xFE  # a comment


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


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
    kept = [data[:8]]
    for name, body, whole in _chunks(data, 8, ">I4s", 4):
        if name in _PNG_SHOWS:
            kept.append(whole)
        elif name == b"eXIf" and (exif := _upright(body)):
            kept.append(struct.pack(">I", len(exif)) + name + exif + struct.pack(">I", zlib.crc32(name + exif)))
        if name == b"IEND":
            break
    return b"".join(kept)


def _cleaned_webp(data: bytes) -> bytes:
    kept, exif = [], b""
    for name, body, whole in _chunks(data[: 8 + struct.unpack_from("<I", data, 4)[0]], 12, "<4sI", 0):
        if name in _WEBP_SHOWS:
            kept.append(whole)
        elif name == b"EXIF":
            exif = exif or _upright(body.removeprefix(_EXIF))
    if kept and kept[0].startswith(b"VP8X"):
        flags = kept[0][8] & ~0x0C | (0x08 if exif else 0)  # whether there is XMP, and Exif
        kept[0] = kept[0][:8] + bytes([flags]) + kept[0][9:]
    if exif:
        kept.append(b"EXIF" + struct.pack("<I", len(exif)) + exif)
    chunks = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _cleaned_gif(data: bytes) -> bytes:
    position = 13 + _colours(data[10])
    kept = [data[:position]]
    while data[position] != 0x3B:  # the trailer
        start = position
        if data[start] not in (0x21, 0x2C):  # neither an extension nor a picture
            raise IndexError
        position = _end_of_blocks(data, position + 2 if data[position] == 0x21 else position + 11 + _colours(data[position + 9]))
        if not (data[start] == 0x21 and _gif_tells(data[start + 1], data[start + 3 : start + 14])):
            kept.append(data[start:position])
    return b"".join([*kept, b"\x3b"])


def _gif_tells(label: int, application: bytes) -> bool:
    """Whether an extension is a comment, or an application's own."""
    return label == 0xFE or (label == 0xFF and application not in _GIF_SHOWS)


def _colours(packed: int) -> int:
    """Bytes of the colour table that a descriptor announces."""
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def _end_of_blocks(data: bytes, position: int) -> int:
    """Where a row of sub-blocks ends, each of which begins with its length."""
    while data[position]:
        position += data[position] + 1
    return position + 1
