"""Every picture that the pages of a site show, so that what they need can be made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from mcsite.model.prose import Picture, Prose
from mcsite.model.site import Site


class _Shown(Protocol):
    """What has a page with a picture and a text."""

    @property
    def image(self) -> Picture | None: ...
    @property
    def body(self) -> Prose: ...


def pictures_of(site: Site) -> Iterator[Picture]:
    """The pictures of all things that have a page, and those in their texts; one that is shown twice comes twice."""
    people = (person for person in site.people if person.public)
    things: tuple[_Shown, ...] = (*site.events, *site.workshops, *site.library, *site.venues, *people, *site.partners, *site.pages)
    texts = (site.settings.welcome, *(thing.body for thing in things), *(workshop.takeaway for workshop in site.workshops))
    yield from (thing.image for thing in things if thing.image)
    yield from (site.settings.logo,) if site.settings.logo else ()
    yield from (picture for text in texts for _, picture in text.pictures)
    templates = (entry.filling.text for entry in site.library if entry.filling and entry.filling.text)
    yield from (picture for template in templates for _, picture in template.pictures)
    yield from (file.preview for entry in site.library for file in entry.files if file.is_picture and file.preview)
