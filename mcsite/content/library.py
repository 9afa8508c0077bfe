"""Reads ``workshops/``, ``library/`` and ``pages/``."""

from __future__ import annotations

from mcsite.content.forms import LibraryForm, PageForm, WorkshopForm
from mcsite.content.lookup import Lookup
from mcsite.content.pictures import preview_of
from mcsite.content.reading import Reading
from mcsite.content.templates import Templates, description
from mcsite.content.understanding import form_of
from mcsite.diagnostics import Diagnostic
from mcsite.model.library import AssetFile, LibraryEntry, LibraryFile, Page, Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Person
from mcsite.model.settings import Kind
from mcsite.source.document import Document
from mcsite.source.nearest import did_you_mean


def workshop_of(document: Document, reading: Reading) -> Workshop | None:
    """The workshop, or ``None`` with every reason noted."""
    read = form_of(WorkshopForm, document, reading)
    if read is None:
        return None
    form, origin = read
    return Workshop(
        slug=document.slug,
        title=form.title,
        summary=form.summary,
        version=form.version,
        minutes=form.minutes,
        outcomes=form.outcomes,
        outline=form.outline,
        materials=form.materials,
        prompt=form.prompt,
        if_late=form.if_late,
        takeaway=reading.field_prose(form.takeaway, document, origin, "takeaway"),
        follow_up=form.follow_up,
        stop_if=form.stop_if,
        reviewed=form.reviewed,
        review_by=form.review_by,
        licence=form.licence,
        image=reading.picture(form, origin),
        body=reading.prose(document),
        origin=origin,
    )


def library_entry_of(
    document: Document, reading: Reading, people: Lookup[Person], assets: dict[str, AssetFile], kinds: tuple[Kind, ...] = ()
) -> LibraryEntry | None:
    """The entry of the asset library, or ``None`` with every reason noted. ``kinds`` are those of events."""
    read = form_of(LibraryForm, document, reading)
    if read is None:
        return None
    form, origin = read
    named = (_file(name, origin, position, reading, assets) for position, name in enumerate(form.files))
    files = tuple(file for file in named if file)
    filling = Templates(form, document, origin, reading).filling(files, kinds)
    return LibraryEntry(
        slug=document.slug,
        title=form.title,
        kind=form.kind,
        summary=form.summary,
        files=files,
        licence=form.licence,
        owner=reading.one(people, form.owner, origin, "owner"),
        credit=form.credit,
        language=form.language,
        review_by=form.review_by,
        tags=form.tags,
        image=reading.picture(form, origin),
        filling=filling,
        body=description(form, document, reading),
        origin=origin,
    )


def page_of(document: Document, reading: Reading) -> Page | None:
    """The page, or ``None`` with every reason noted."""
    read = form_of(PageForm, document, reading)
    if read is None:
        return None
    form, origin = read
    image = reading.picture(form, origin)
    return Page(slug=document.slug, title=form.title, summary=form.summary, image=image, body=reading.prose(document), origin=origin)


def _file(name: str, origin: Origin, position: int, reading: Reading, assets: dict[str, AssetFile]) -> LibraryFile | None:
    """None, and noted, when there is no such file; none when it is not sound, of which the index speaks."""
    path = f"assets/{name}"
    if path not in assets:
        known = (path.removeprefix("assets/") for path in assets)
        span = origin.span("files", position)
        reading.notes.append(Diagnostic(span, "E204", f"there is no file '{name}' in assets/", did_you_mean(name, known)))
    asset = reading.index.assets.get(path)
    return preview_of(asset) if asset else None
