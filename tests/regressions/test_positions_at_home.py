"""Nothing that is published says where a photograph was taken: not the original, not its copies, not what is printed, not what is packed."""

from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image, ImageCms

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PLACE = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>'
EVENT = "title: {0}\nstart: 2026-03-06 18:00\nimage: {1}\nimage_alt: A room\n"


def photograph(kind):
    out, exif = BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Camera", 6
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0), 3: "W", 4: (0.0, 7.0, 10.0)})
    options = {} if kind == "PNG" else {"xmp": PLACE}
    Image.linear_gradient("L").convert("RGB").resize((900, 700)).save(out, kind, exif=exif, icc_profile=PROFILE, **options)
    return out.getvalue()


def tells(data):
    """As another program reads it: Pillow for pictures, pikepdf for what is in a PDF."""
    if data.startswith(b"%PDF"):
        streams = (each for each in pikepdf.open(BytesIO(data)).objects if isinstance(each, pikepdf.Stream))
        return any(tells(stream.read_raw_bytes()) for stream in streams if stream.get("/Filter") == "/DCTDecode")
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            return any(tells(archive.read(name)) for name in archive.namelist())
    try:
        with Image.open(BytesIO(data)) as image:
            return bool(image.getexif().get_ifd(0x8825)) or b"GPSLatitude" in data
    except OSError:
        return b"GPSLatitude" in data or b64encode(photograph("JPEG"))[:200] in data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_leaves_its_place_at_home_wherever_it_goes(site, kind):
    name = f"room.{kind.lower()}"
    assert tells(photograph(kind))
    site.settings("outputs: [pages, prints]").write(f"assets/{name}", photograph(kind)).write("events/swap.md", EVENT.format("Swap", name))
    site.write("library/room.md", f"title: Room\nfiles: [{name}]\nlicence: CC0").build()
    files = site.files()
    assert {path.rpartition(".")[2] for path in files} >= {kind.lower(), "webp", "pdf", "zip"}
    assert [path for path, data in files.items() if tells(data)] == []
    original = Image.open(BytesIO(files[f"assets/{name}"]))
    assert (original.getexif()[0x0112], original.info["icc_profile"]) == (6, PROFILE)


def test_nor_does_one_inside_a_drawing(site):
    data = b64encode(photograph("JPEG")).decode()
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 70"><image width="90" height="70" href="data:image/jpeg;base64,{data}"/></svg>'
    site.settings("outputs: [pages, prints]").write("assets/room.svg", drawing).write("events/swap.md", EVENT.format("Swap", "room.svg"))
    assert "W400" in site.build().codes
    assert [path for path, data in site.files().items() if tells(data)] == []
