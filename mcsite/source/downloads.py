"""Which files may be handed out, judged by what is in them and not by their names alone.

A browser must never run what an editor put into ``assets/``: web pages, scripts and programs are refused, and so is a file
whose content is not what its name promises. Pictures are judged by ``render.pictures``.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mcsite.diagnostics import Misread

_HEIC = frozenset([b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"])
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg")
"""Endings of what may be shown on a page."""


_DARKROOM = frozenset((".tif", ".tiff", ".bmp", ".psd", ".xcf", ".raw", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".jxl", ".jp2"))
"""Endings of pictures as cameras and their programs keep them."""


Note = tuple[str, str, str]
"""Code, message, help: what is said of a file that can be handed out all the same."""
FORMATS = {
    ".pdf": "PDF", ".ics": "iCalendar", ".vcf": "vCard", ".txt": "TXT", ".csv": "CSV", ".md": "Markdown", ".zip": "ZIP", ".docx": "Word", ".xlsx": "Excel",
    ".pptx": "PowerPoint", ".odt": "ODT", ".ods": "ODS", ".odp": "ODP", ".epub": "EPUB", ".mp3": "MP3", ".m4a": "M4A", ".mp4": "MP4", ".webm": "WebM",
    ".ogg": "Ogg", ".wav": "WAV", ".woff2": "WOFF2", ".woff": "WOFF", ".ttf": "TrueType", ".otf": "OpenType", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG",
    ".webp": "WebP", ".gif": "GIF", ".avif": "AVIF", ".svg": "SVG",
}  # fmt: skip
"""What a sound file is called by its ending, in every language. That it is sound, its content showed."""


def judge_download(data: bytes, name: str) -> None:
    """Nothing when a file that is no picture may be handed out. Raises ``Misread`` E406 or E407."""
    ending = ending_of(name)
    if ending in _DARKROOM:
        raise Misread("E406", f"'{name}' is a picture of a sort that browsers do not show", "open it where it was made, and save it as JPEG or PNG")
    if ending not in _CONTENT:
        allowed = ", ".join(sorted((*PICTURES, *_CONTENT)))
        raise Misread("E406", f"'{name}' is of a sort that this site does not hand out", f"allowed are: {allowed}; a PDF can be read by everybody")
    if not data:
        raise Misread("E407", f"'{name}' is empty", "copy it into assets/ again")
    if not _CONTENT[ending](data):
        raise Misread("E407", f"'{name}' is not what its ending {ending} promises", "save it anew with the program that made it, or correct its name")


def refuse_heic(data: bytes, name: str) -> None:
    """Nothing unless it is a photograph as iPhones keep it, by whatever name (ISO/IEC 23008-12). Raises ``Misread`` E411."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC and b"avif" not in data[8:64]:
        raise Misread(
            "E411",
            f"'{name}' is a photograph as iPhones keep it (HEIC), which most browsers cannot show",
            "save it as JPEG: on a Mac open it and choose File, Export; on an iPhone copy it from Photos into the app Files",
        )


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters: ``.pdf``; nothing when there is none."""
    return f".{name.rpartition('.')[2].lower()}" if "." in name.rpartition("/")[2] else ""


def _begins(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signs)


def _is_text(data: bytes) -> bool:
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(char < " " and char not in "\t\n\r\f" for char in text)


def _text_that_begins(sign: str) -> Callable[[bytes], bool]:
    return lambda data: _is_text(data) and data.decode("utf-8-sig").lstrip().upper().startswith(sign)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_film(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


def _is_wave(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WAVE"


def _is_mp3(data: bytes) -> bool:
    return data.startswith(b"ID3") or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0)


def _is_zip(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as archive:
            archive.infolist()
    except (BadZipFile, ValueError, OSError):
        return False
    return data.startswith(b"PK")


def _office(part: str) -> Callable[[bytes], bool]:
    """Of Word and its like: a zip with a part of this name (ECMA-376-2, 9.1)."""

    def judge(data: bytes) -> bool:
        return _is_zip(data) and any(name.startswith(part) for name in ZipFile(BytesIO(data)).namelist())

    return judge


def _typed(kind: bytes) -> Callable[[bytes], bool]:
    """Of OpenDocument and EPUB: a zip that begins with a file ``mimetype``, stored (OpenDocument 1.3, part 2, 3.3; EPUB OCF 4.3)."""
    return lambda data: _is_zip(data) and data[30:].startswith(b"mimetype" + kind)


_CONTENT: dict[str, Callable[[bytes], bool]] = {
    ".pdf": _is_pdf,
    ".ics": _text_that_begins("BEGIN:VCALENDAR"),
    ".vcf": _text_that_begins("BEGIN:VCARD"),
    ".txt": _is_text,
    ".csv": _is_text,
    ".md": _is_text,
    ".zip": _is_zip,
    ".docx": _office("word/"),
    ".xlsx": _office("xl/"),
    ".pptx": _office("ppt/"),
    ".odt": _typed(b"application/vnd.oasis.opendocument.text"),
    ".ods": _typed(b"application/vnd.oasis.opendocument.spreadsheet"),
    ".odp": _typed(b"application/vnd.oasis.opendocument.presentation"),
    ".epub": _typed(b"application/epub+zip"),
    ".mp3": _is_mp3,
    ".m4a": _is_film,
    ".mp4": _is_film,
    ".webm": _begins(b"\x1aE\xdf\xa3"),
    ".ogg": _begins(b"OggS"),
    ".wav": _is_wave,
    ".woff2": _begins(b"wOF2"),
    ".woff": _begins(b"wOFF"),
    ".ttf": _begins(b"\x00\x01\x00\x00", b"true"),
    ".otf": _begins(b"OTTO"),
}
