"""A photograph with the place where it was taken, in a sort of file out of which it cannot be cut."""

from pathlib import Path

from PIL import Image

exif = Image.Exif()
exif[0x010F] = "Camera"
exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0), 3: "W", 4: (0.0, 7.0, 10.0)})
Path("assets").mkdir()
Image.new("RGB", (40, 30), "teal").save("assets/room.avif", exif=exif)
