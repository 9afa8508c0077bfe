"""A picture with as much detail as can be."""

from pathlib import Path

from PIL import Image

Path("assets").mkdir()
Image.effect_noise((2000, 2000), 90).save("assets/meadow.png")
