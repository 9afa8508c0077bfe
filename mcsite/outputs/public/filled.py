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
from mcsite.render.merging import markdown
from mcsite.render.prose import to_text
from mcsite.render.theme import Theme
from mcsite.render.theme_sources import Prints

Values = tuple[tuple[str, str], ...]


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
    return fitted(drawing.parts, dict(values))[0].encode()


def png(drawing: DrawingTemplate, values: Values, prints: Prints, fonts: Fonts) -> bytes:
    """The same in pixels."""
    return picture(fitted(drawing.parts, dict(values))[0], drawing, prints, fonts)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W690: a copy would have a hole, and is not made; W691: a text is longer than its limit; W693: a text is too long for its place in a drawing."""
    for filled in filled_of(edition, theme.strings).values():
        for _, holes in groupby(filled.holes, lambda hole: (hole.event.slug, hole.slots)):
            yield _hole(filled, list(holes))
        if filled.filling.limit:
            yield from (note for copy in filled.copies if (note := _too_long(edition, filled, copy, filled.filling.limit)))
        for copy in filled.copies:
            for _, drawing in copy.drawings:
                yield from (_too_wide(filled, copy, words) for words in fitted(drawing.parts, dict(copy.values))[1])


def _texts(edition: Edition, filled: Filled, copy: Copy) -> Iterator[Artifact]:
    settings = edition.site.settings
    if copy.text:
        shared = {"text": copy.text, "base_url": settings.base_url}
        yield Artifact(f"{copy.address}.txt", plain, {**shared, "language": settings.language}, origin=filled.origin)
        yield Artifact(f"{copy.address}.md", source, shared, origin=filled.origin)


def _drawings(edition: Edition, theme: Theme, filled: Filled, copy: Copy) -> Iterator[Artifact]:
    for name, drawing in copy.drawings:
        inputs = {"drawing": drawing, "values": copy.values}
        yield Artifact(f"{name}.svg", svg, inputs, origin=filled.origin)
        if name in copy.pictured:
            yield Artifact(f"{name}.png", png, {**inputs, "prints": theme.prints, "fonts": fonts_of(edition.site)}, origin=filled.origin, unforked=True)


def _hole(filled: Filled, holes: list[Hole]) -> Diagnostic:
    """One for all sessions of an event that lack the same."""
    hole = holes[0]
    names = " and ".join(dict.fromkeys(f"'{slot.name}'" for slot in hole.slots))
    others = f" and {len(holes) - 1} more" if len(holes) > 1 else ""
    message = f"'{filled.entry.title}' is not filled in for {_about(hole.copy)}{others}: there is no {names}"
    name = hole.slots[0].name
    help_ = f'write what to say instead, {{{{ {name} or "…" }}}}, or in the front matter what it is for, for example: for: [workshop]'
    return Diagnostic(hole.slots[0].span, "W690", message, help_)


def _too_long(edition: Edition, filled: Filled, copy: Copy, limit: int) -> Diagnostic | None:
    length = len(to_text(copy.text, edition.site.settings.base_url, edition.site.settings.language))
    if length <= limit:
        return None
    message = f"'{filled.entry.title}' for {_about(copy)} has {length} letters, {length - limit} more than {limit}"
    return Diagnostic(filled.origin.span("limit"), "W691", message, "write less around the placeholders, or use shorter ones, such as {{ session.short_date }}")


def _too_wide(filled: Filled, copy: Copy, words: str) -> Diagnostic:
    message = f"in the drawing of '{filled.entry.title}' for {_about(copy)} a text is too long for its place: '{words}'"
    help_ = 'give it more lines, <text data-lines="3" …>, or a shorter title'
    return Diagnostic(filled.origin.span("files"), "W693", message, help_)


def _about(copy: Copy) -> str:
    """``'Stretch Circle' on 2027-01-12``: the day as one writes it in a file."""
    day = f" on {copy.when.first_day.isoformat()}" if copy.when else ""
    return f"'{copy.title}'{day}"
