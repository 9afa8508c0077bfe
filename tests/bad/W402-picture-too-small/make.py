"""A picture of the size of a stamp."""

from pathlib import Path

from PIL import Image

Path("assets").mkdir()
Image.new("RGB", (160, 120), "teal").save("assets/room.jpg")
