"""The colours of the default theme for another mood or accent, by day and by night, always with enough contrast.

An author says one colour. What is drawn with it must be read: it is made darker on light paper and lighter on dark paper until the
contrast is that of WCAG 2.2, 1.4.3 (4.5 : 1), also for the words on a button of that colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
_STEP = 0.01
_BY_LAMPLIGHT = 0.68
"""At night a colour is this light at least, and has this part of its strength: full colours glare on dark paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page is printed on: the paper, a deeper shade of it, the ink, softer ink, lines, and stronger ones; as ``#rrggbb``."""

    paper: str
    paper_deep: str
    ink: str
    ink_soft: str
    line: str
    line_strong: str


@dataclass(frozen=True, slots=True)
class Mood:
    """Papers by day and by night, and the accent that goes with them where an author says none."""

    day: Paper
    night: Paper
    accent: str


MOODS: Mapping[str, Mood] = {
    "warm": Mood(
        Paper("#f7f1e5", "#efe6d4", "#271f18", "#5d5144", "#d6c9b2", "#8d7d68"),
        Paper("#252430", "#302f3d", "#f1e8d8", "#bdb1a0", "#454350", "#857d7b"),
        "#98371a",
    ),
    "sea": Mood(
        Paper("#eff4f5", "#e0eaec", "#16242b", "#44565f", "#bfd0d5", "#6f868f"),
        Paper("#17262e", "#20333d", "#e6eff1", "#a9bcc3", "#35505c", "#7b929b"),
        "#0f5e73",
    ),
    "garden": Mood(
        Paper("#f3f5ea", "#e6ebd7", "#1e2618", "#4d5842", "#cbd4b5", "#7c8a68"),
        Paper("#1f281f", "#2a352a", "#ebf0e2", "#b2bfa6", "#3d4c3c", "#81907a"),
        "#3f6a1f",
    ),
    "plain": Mood(
        Paper("#ffffff", "#f3f3f1", "#1b1b1a", "#545452", "#d4d4d0", "#7d7d79"),
        Paper("#1d1d1f", "#29292c", "#eeeeec", "#b5b5b2", "#424245", "#85858a"),
        "#7a2f5f",
    ),
}
"""The first is that of the theme's own stylesheet."""
WARM = "warm"


def stylesheet(mood: str, accent: str) -> str:
    """Custom properties that take the place of the theme's own; ``accent`` is empty for that of the mood.

    Of the first mood only the accent is written: a theme keeps its own papers, whatever they are.
    """
    chosen = MOODS[mood]
    colour = accent or chosen.accent
    written = _on if mood == WARM else _properties
    pairs = zip(written(chosen.day, colour), written(chosen.night, colour), strict=True)
    return ":where(:root) {\n" + "".join(f"  --{name}: light-dark({day}, {night});\n" for (name, day), (_, night) in pairs) + "}\n"


def by_day(mood: str, accent: str) -> dict[str, str]:
    """The colours of a site on light paper, ``#rrggbb`` by name (``paper``, ``ink-soft``, ``on-accent``)."""
    return dict(_properties(MOODS[mood].day, accent or MOODS[mood].accent))


def _properties(paper: Paper, accent: str) -> Iterator[tuple[str, str]]:
    for name in ("paper", "paper_deep", "ink", "ink_soft", "line", "line_strong"):
        yield name.replace("_", "-"), getattr(paper, name)
    yield from _on(paper, accent)


def _on(paper: Paper, accent: str) -> Iterator[tuple[str, str]]:
    """An accent as it can be read on a paper, and what is written on it."""
    readable = readable_on(paper, accent)
    yield "accent", readable
    yield "on-accent", max(paper.paper, paper.ink, key=lambda words: contrast(words, readable))


def readable_on(paper: Paper, accent: str) -> str:
    """The nearest shade of a colour that can be read on a paper, and on which paper or ink can be read."""
    by_day = luminance(paper.paper) > luminance(paper.ink)
    hue, lightness, saturation = rgb_to_hls(*_channels(accent))
    if not by_day:
        lightness, saturation = max(lightness, _BY_LAMPLIGHT), saturation * _BY_LAMPLIGHT
    while lightness > 0 if by_day else lightness < 1:
        shade = _spelled(hls_to_rgb(hue, lightness, saturation))
        if _suits(paper, shade):
            return shade
        lightness = max(0.0, lightness - _STEP) if by_day else min(1.0, lightness + _STEP)
    return paper.ink


def _suits(paper: Paper, shade: str) -> bool:
    on_it = max(contrast(paper.paper, shade), contrast(paper.ink, shade))
    return min(contrast(shade, paper.paper), contrast(shade, paper.paper_deep), on_it) >= CONTRAST


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _spelled(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
