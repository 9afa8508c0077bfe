"""A film."""

from pathlib import Path

Path("assets").mkdir()
with Path("assets/film.mp4").open("wb") as film:
    film.truncate(100_000_000)
