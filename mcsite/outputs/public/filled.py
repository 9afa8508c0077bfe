"""Templates of the library, filled in: ``library/SLUG/EVENT-DATE.txt`` and ``.md`` of a text, ``.svg`` and ``.png`` of a drawing.

Of a template that is filled in for events, and of an event on one day, the name is without a date. The texts are for copying: as plain text,
with full addresses, or as Markdown. The PNG is for those places that take no SVG, which are most.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model.filling import DrawingTemplate
from mcsite.model.prose import Prose
from mcsite.model.site import Edition
from mcsite.render.drawing_pictures import picture
from mcsite.render.drawing_templates import fitted
from mcsite.render.filled import Copy, Filled, Hole, filled_of
from mcsite.render.fonts import Fonts, fonts_of
from mcsite.render.merging import Values, markdown
from mcsite.render.prose import to_text
from mcsite.render.theme import Theme
from mcsite.render.theme_sources import Prints

SHOWN = 60
"""Letters of a text that are cited."""
_OF_THE_SITE = ("site.", "organiser.")


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The files of every copy."""
    if edition.site.settings.makes("pages"):
        for filled in filled_of(edition, theme.strings).values():
            for copy in filled.copies:
                yield from _texts(edition, filled, copy)
                yield from _drawings(edition, theme, filled, copy)


def plain(text: Prose, base_url: str, language: str) -> bytes:
    """A text as it is sent in a message."""
    return f"{to_text(text, base_url, language)}\n".encode()


def source(text: Prose, base_url: str) -> bytes:
    """The same as Markdown."""
    return f"{markdown(text, base_url).strip()}\n".encode()


def svg(drawing: DrawingTemplate, values: Values) -> bytes:
    """A filled drawing."""
    return fitted(drawing.parts, values)[0].encode()


def png(drawing: DrawingTemplate, values: Values, prints: Prints, fonts: Fonts) -> bytes:
    """The same in pixels."""
    return picture(fitted(drawing.parts, values)[0], drawing, prints, fonts)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W690: a copy would have a hole, and is not made; W691: a text is longer than its limit; W693: a text is too long for its place in a drawing."""
    for filled in filled_of(edition, theme.strings).values():
        for _, holes in groupby(sorted(filled.holes, key=_of_one_sort), _of_one_sort):
            yield _hole(filled, list(holes))
        yield from _too_long(edition, filled, filled.filling.limit) if filled.filling.limit else ()
        yield from _too_wide(filled)


def _texts(edition: Edition, filled: Filled, copy: Copy) -> Iterator[Artifact]:
    settings = edition.site.settings
    if copy.text:
        shared = {"text": copy.text, "base_url": settings.base_url}
        yield Artifact(f"{copy.address}.txt", plain, {**shared, "language": settings.language}, origin=filled.origin)
        yield Artifact(f"{copy.address}.md", source, shared, origin=filled.origin)


def _drawings(edition: Edition, theme: Theme, filled: Filled, copy: Copy) -> Iterator[Artifact]:
    for drawn in copy.drawings:
        inputs = {"drawing": drawn.template, "values": copy.values}
        yield Artifact(f"{drawn.address}.svg", svg, inputs, origin=filled.origin)
        if drawn.pictured:
            picture_inputs = {**inputs, "prints": theme.prints, "fonts": fonts_of(edition.site)}
            yield Artifact(f"{drawn.address}.png", png, picture_inputs, origin=filled.origin, unforked=True)


def _of_one_sort(hole: Hole) -> tuple[str, tuple[str, ...]]:
    """All sessions of an event that lack the same are told of once, and so is all that lacks what the site does not say."""
    names = tuple(slot.name for slot in hole.slots)
    return "" if all(name.startswith(_OF_THE_SITE) for name in names) else hole.event.slug, names


def _hole(filled: Filled, holes: list[Hole]) -> Diagnostic:
    slot = holes[0].slots[0]
    names = " and ".join(dict.fromkeys(f"'{slot.name}'" for slot in holes[0].slots))
    message = f"'{filled.entry.title}' is not filled in for {_about([hole.copy for hole in holes])}: there is no {names}"
    instead = f'{{{{ {slot.name} or "…" }}}}'
    help_ = f"say it in content/site.md, or here what to say instead: {instead}"
    if not slot.name.startswith(_OF_THE_SITE):
        help_ = f"write what to say instead, {instead}, or in the front matter what it is for, for example: for: [workshop]"
    return Diagnostic(slot.span, "W690", message, help_)


def _too_long(edition: Edition, filled: Filled, limit: int) -> Iterator[Diagnostic]:
    """One for all copies of one title."""
    settings, lengths = edition.site.settings, dict[str, list[tuple[int, Copy]]]()
    for copy in filled.copies:
        length = len(to_text(copy.text, settings.base_url, settings.language))
        if length > limit:
            lengths.setdefault(copy.title, []).append((length, copy))
    for found in lengths.values():
        longest = max(length for length, _ in found)
        message = f"'{filled.entry.title}' for {_about([copy for _, copy in found])} has {longest} letters, {longest - limit} more than {limit}"
        help_ = "write less around the placeholders, or use shorter ones, such as {{ session.short_date }}"
        yield Diagnostic(filled.origin.span("limit"), "W691", message, help_)


def _too_wide(filled: Filled) -> Iterator[Diagnostic]:
    """One for each text, however many sessions have it."""
    fits = (fitted(drawn.template.parts, copy.values) for copy in filled.copies for drawn in copy.drawings)
    for words in dict.fromkeys(words for _, too_long in fits for words in too_long):
        shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        message = f"'{shown}' is too long for its place in the drawing of '{filled.entry.title}'"
        yield Diagnostic(filled.origin.span("files"), "W693", message, 'give it more lines, <text data-lines="3" …>, or write it shorter')


def _about(copies: list[Copy]) -> str:
    """``'Stretch Circle' on 2027-01-12 and 3 more``: days as one writes them in a file."""
    first = copies[0]
    day = f" on {first.when.first_day.isoformat()}" if first.when else ""
    return f"'{first.title}'{day}" + (f" and {len(copies) - 1} more" if len(copies) > 1 else "")
