"""Reads templates of the asset library: which entry is one, for what, and whether all its placeholders are sound.

The text of an entry with ``fill`` is a template when it has placeholders, and so is each of its SVG files that has some.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from mcsite.content.forms import LibraryForm
from mcsite.content.links import resolve
from mcsite.content.reading import Reading
from mcsite.diagnostics import Diagnostic, Misread, Severity, Span
from mcsite.model.filling import EVENT, DrawingTemplate, Filling, Part, Slot, TextTemplate
from mcsite.model.library import AssetFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Prose
from mcsite.model.settings import Kind
from mcsite.model.vocabulary import WORDS
from mcsite.render.merging import begins_target, has_tags, in_target
from mcsite.source.document import Document
from mcsite.source.downloads import ending_of
from mcsite.source.nearest import did_you_mean
from mcsite.source.placeholders import OPEN, has_placeholders, template
from mcsite.source.references import without_code
from mcsite.source.slugs import slug_of

_LINKS = frozenset(word.name for word in WORDS if word.link)
_OF_A_SESSION = frozenset(word.name for word in WORDS if word.of_a_session)


@dataclass(frozen=True, slots=True)
class Templates:
    """Reads the template of one entry; whatever is wrong is noted in ``reading``."""

    form: LibraryForm
    document: Document
    origin: Origin
    reading: Reading

    def filling(self, files: Iterable[AssetFile], kinds: Iterable[Kind]) -> Filling | None:
        """How the entry is filled in; ``None`` for one that is no template, or not a sound one."""
        if not self.form.fill:
            self._refuse_idle()
            return None
        sound = len(self.reading.notes)
        drawings = tuple(drawing for file in files if ending_of(file.path) == ".svg" and (drawing := self._drawing(file)))
        text = self.text() if has_placeholders(self.document.body) else None
        only = tuple(slug for position, name in enumerate(self.form.only) if (slug := self._meant(name, position, kinds)))
        if len(self.reading.notes) == sound and not text:
            self._refuse_nothing(drawings)
        broken = any(note.severity is Severity.ERROR for note in self.reading.notes[sound:])
        return None if broken else Filling(self.form.fill, only, self.form.limit, text, drawings)

    def _refuse_idle(self) -> None:
        """Placeholders that nobody fills in would be published as they are, and nobody would look at what says how to."""
        for key in (key for key, value in (("for", self.form.only), ("limit", self.form.limit)) if value):
            self._note(Diagnostic(self.origin.span(key), "E772", f"'{key}' is about templates, and this entry is none", "add a line: fill: session"))
        found = template(self.document.body, self.document.path, self.origin.body_line).slots if has_placeholders(self.document.body) else ()
        for slot in found[:1]:
            message = f"'{slot.written}' stays as it is: this entry does not say for what it is filled in"
            self._note(Diagnostic(slot.span, "W692", message, f"add a line to its front matter: fill: {'session' if slot.name in _OF_A_SESSION else 'event'}"))

    def _refuse_nothing(self, drawings: tuple[DrawingTemplate, ...]) -> None:
        if not drawings:
            help_ = "write {{ session.when }}, for example, into the text below, or into an SVG file; 'mcsite fields merge' lists all words"
            self._note(Diagnostic(self.origin.span("fill"), "E772", "there is nothing to fill in: no placeholder stands in its text or its SVG files", help_))
        elif self.form.limit:
            self._note(Diagnostic(self.origin.span("limit"), "E772", "'limit' is about a text, and this entry has only drawings to fill in", "delete the line"))

    def text(self) -> TextTemplate | None:
        """The text as a template, if it has placeholders."""
        body = self.document.body
        found = template(body, self.document.path, self.origin.body_line)
        self.reading.notes += found.faults
        shadow = self._checked(found.parts, without_code(body), self._fault_in_text)
        prose, notes = resolve(replace(self.document, body=shadow), self.reading.index)
        self.reading.notes += notes
        return TextTemplate(found.parts, prose.links, prose.pictures, has_tags(body)) if found.slots else None

    def _checked(self, parts: tuple[Part, ...], plain: str, fault: Callable[[Slot, str, str], Misread | None]) -> str:
        """The template with harmless words in the place of its placeholders. ``fault`` judges each by what stands before it, and by how it is in ``plain``."""
        before, position = "", 0
        for part in parts:
            if isinstance(part, str):
                before, position = before + part, position + len(part)
                continue
            line = before[before.rfind("\n") + 1 :]
            if wrong := fault(part, line, plain[position : position + 2]) or self._out_of_place(part):
                self._note(wrong.at(part.span))
            before, position = before + _harmless(line, part.span.length), position + part.span.length
        return before

    def _fault_in_text(self, slot: Slot, before: str, plain: str) -> Misread | None:
        if plain != OPEN:
            help_ = "take away what makes it code or a comment: the backticks, the four blanks before the line, or <!-- and -->"
            return Misread("E770", "this placeholder is in a part that is shown as it was typed, and would not be filled in", help_)
        if begins_target(before) and slot.name not in _LINKS:
            links = ", ".join(sorted(name for name in _LINKS if name.startswith((f"{slot.name.partition('.')[0]}.", "session."))))
            return Misread("E773", f"here a link leads to '{slot.name}', which is no address", f"addresses are: {links}")
        return None

    def _out_of_place(self, slot: Slot) -> Misread | None:
        if self.form.fill == EVENT and slot.name in _OF_A_SESSION:
            help_ = "write 'fill: session' to have it once for each session, or a word of the event, such as {{ event.next }}"
            return Misread("E771", f"'{slot.name}' is of one session, and this is filled in once for each event", help_)
        return None

    def _drawing(self, file: AssetFile) -> DrawingTemplate | None:
        try:
            source = Path(file.source).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            self._note(Diagnostic(Span(file.path), "E774", "this drawing is not UTF-8 text, so it cannot be filled in", "save it as 'plain SVG'"))
            return None
        if not has_placeholders(source):
            return None
        # Reading drawings takes expat, which comes with the pictures: only where a drawing is a template.
        from mcsite.render.drawing_templates import judge, parts_of  # noqa: PLC0415 - see above

        parts, faults = parts_of(source, file.path)
        self.reading.notes += faults
        self._checked(parts, source, lambda *_: None)
        try:
            width, height = judge(parts, file.path)
        except Misread as wrong:
            self._note(wrong.at(Span(file.path)))
            return None
        return DrawingTemplate(PurePosixPath(file.path).stem, parts, width, height)

    def _meant(self, name: str, position: int, kinds: Iterable[Kind]) -> str | None:
        """The slug of the kind or event that is named in ``for``; an event that is not published yet is one, too."""
        known = {other: kind.slug for kind in kinds for other in (kind.slug, slug_of(kind.title))}
        slug = slug_of(name)
        if slug in known:
            return known[slug]
        try:
            document = self.reading.index.document("event", name)
        except Misread as wrong:
            self._note(wrong.at(self.origin.span("for", position)))
            return None
        held = any(PurePosixPath(path).stem == slug for path in self.reading.index.held)
        if document is None and not held:
            events = (other for kind, other in self.reading.index.by_name if kind == "event")
            message = f"there is no kind and no event '{name}'"
            self._note(Diagnostic(self.origin.span("for", position), "E203", message, did_you_mean(name, {*known.values(), *events})))
            return None
        return document.slug if document else slug

    def _note(self, note: Diagnostic) -> None:
        self.reading.notes.append(note)


def description(form: LibraryForm, document: Document, reading: Reading) -> Prose:
    """What is told about an entry below its title: its text, unless that is the template itself."""
    return Prose() if form.fill and has_placeholders(document.body) else reading.prose(document)


def _harmless(before: str, length: int) -> str:
    """What may stand for a value while links are looked at; as long as the placeholder, so that places hold."""
    if begins_target(before):
        return "https://x.example/".ljust(length, "x")
    if in_target(before) and before.endswith("mailto:"):
        return "@x.example".rjust(length, "x")
    if in_target(before) and before.endswith("tel:"):
        return "+441632960417".ljust(min(length, 15), "0")
    return "x" * length
