"""What is in a PDF, as its reader, a program that reads it aloud, or a telephone sees it."""

import re
import subprocess
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import zxingcpp
from PIL import Image

from mcsite.render.theme import Theme
from mcsite.shipped import shipped


def decoded(picture: Image.Image) -> list[str]:
    """What the QR codes in a picture say."""
    return sorted({found.text for found in zxingcpp.read_barcodes(picture)})


def pages(data: bytes, ppi: int = 150) -> list[Image.Image]:
    """The pages of a PDF as pictures, drawn by another program than the one that made it."""
    out = subprocess.run(["pdftoppm", "-r", str(ppi), "-png", "-"], input=data, capture_output=True, check=True).stdout
    parts = out.split(b"\x89PNG\r\n\x1a\n")[1:]
    return [Image.open(BytesIO(b"\x89PNG\r\n\x1a\n" + part)) for part in parts]


def text(data: bytes) -> str:
    """The words of a PDF in reading order."""
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def heard(data: bytes) -> str:
    """The words of a PDF in the order in which they are read aloud: that of its structure, not of its drawing."""
    told = subprocess.run(["pdfinfo", "-enc", "UTF-8", "-struct-text", "-"], input=data, capture_output=True, check=True).stdout.decode(errors="replace")
    return "".join(_SAID.findall(told))


_SAID = re.compile(r'^ +"(.*)"$', re.MULTILINE)


@dataclass(frozen=True)
class Structure:
    """What a PDF tells assistive technology: title, language, and its elements in order, each a tag and, of a figure, its words."""

    title: str
    language: str
    marked: bool
    ua: bool
    elements: tuple[tuple[str, str], ...]
    pages: int

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def structure(data: bytes) -> Structure:
    with pikepdf.open(BytesIO(data)) as document:
        root = document.Root
        with document.open_metadata() as metadata:
            ua = metadata.get("pdfuaid:part") == "1"
            title = str(metadata.get("dc:title"))
        elements = tuple(_walk(root.StructTreeRoot))
        return Structure(title, str(root.Lang), bool(root.MarkInfo.Marked), ua, elements, len(document.pages))


def _walk(node: pikepdf.Object):
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S).removeprefix("/"), str(child.get("/Alt", ""))
            yield from _walk(child)


def default_prints():
    """The print templates of the default theme."""
    return Theme.open(shipped("themes/default").parent.parent, "default").prints
