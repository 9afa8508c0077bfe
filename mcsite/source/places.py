"""A place on the map: ``[51.5033, -0.1196]`` or ``51.5033, -0.1196``, in degrees of WGS 84."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread
from mcsite.source.raw import Raw

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,15})?", re.ASCII)


def coordinates(raw: Raw) -> tuple[float, float]:
    """Latitude and longitude. Raises ``Misread`` E714."""
    parts = raw if isinstance(raw, list) else re.split(r"[,;\s]+", raw.strip()) if isinstance(raw, str) else _named(raw)
    numbers = [_number(part) for part in parts if part is not None]
    if len(numbers) != 2:
        raise Misread("E714", "a place on the map has two numbers", "write latitude and longitude, for example [51.5033, -0.1196]")
    latitude, longitude = numbers
    if abs(latitude) > 90 or abs(longitude) > 180:
        swapped = (
            f"did you mean [{longitude}, {latitude}]?" if abs(longitude) <= 90 and abs(latitude) <= 180 else "latitude goes to 90, longitude to 180 degrees"
        )
        raise Misread("E714", f"[{latitude}, {longitude}] is not on the earth: latitude comes first", swapped)
    return latitude, longitude


def _named(raw: Raw) -> list[Raw]:
    if not isinstance(raw, dict):
        return []
    by_name = {key.casefold()[:3]: value for key, value in raw.items()}
    return [by_name.get("lat"), by_name.get("lon", by_name.get("lng"))]


def _number(part: Raw) -> float:
    if not isinstance(part, str) or not _NUMBER.fullmatch(part.strip()):
        raise Misread("E714", f"'{part}' is not a number of degrees", "write latitude and longitude as decimal numbers, for example [51.5033, -0.1196]")
    return float(part)
