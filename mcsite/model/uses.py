"""Which page uses what of the asset library and of ``assets/``: by a link, or by showing a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcsite.model import addresses
from mcsite.model.filling import TextTemplate
from mcsite.model.library import LibraryEntry
from mcsite.model.prose import Picture, Prose
from mcsite.model.site import Site

ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Use:
    """A page that uses something, by its address and its title."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is on one page: its picture and its texts."""

    use: Use
    image: Picture | None
    texts: tuple[Prose | TextTemplate, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of the site that it links to, without the places within them."""
        return tuple(dict.fromkeys(address.partition("#")[0] for text in self.texts for _, address in text.links))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The files in ``assets/`` that it shows."""
        return pictures_in(self.image, *self.texts)

    @property
    def files(self) -> tuple[str, ...]:
        """The files in ``assets/`` that it shows or links to."""
        return (*self.pictures, *(link for link in self.links if link.startswith(ASSETS) and link not in self.pictures))


def leaves_of(site: Site) -> Iterator[Leaf]:
    """Every page that comes from a file, but those of people who have none."""
    yield Leaf(Use(addresses.HOME, site.settings.title), site.settings.logo, (site.settings.welcome,))
    for event in site.events:
        yield Leaf(Use(addresses.event(event.slug), event.title), event.image, (event.body,))
    for workshop in site.workshops:
        yield Leaf(Use(addresses.entry("workshops", workshop.slug), workshop.title), workshop.image, (workshop.body, workshop.takeaway))
    people = tuple(person for person in site.people if person.public)
    for entry in site.library:
        template = (entry.filling.text,) if entry.filling and entry.filling.text else ()
        yield Leaf(Use(addresses.entry("library", entry.slug), entry.title), entry.image, (entry.body, *template))
    for collection, things in (("venues", site.venues), ("people", people), ("partners", site.partners)):
        for thing in things:
            yield Leaf(Use(addresses.entry(collection, thing.slug), thing.title), thing.image, (thing.body,))
    for page in site.pages:
        yield Leaf(Use(addresses.page(page.slug), page.title), page.image, (page.body,))


def uses_of(site: Site) -> dict[str, tuple[Use, ...]]:
    """The pages that link to an entry of the library, or show or link to a file of it, by the slug of the entry; other entries do not count."""
    by_address = {addresses.entry("library", entry.slug): (entry.slug,) for entry in site.library}
    by_file: dict[str, tuple[str, ...]] = {}
    for entry in site.library:
        for file in entry.files:
            by_file[file.path] = (*by_file.get(file.path, ()), entry.slug)
    found: dict[str, dict[Use, None]] = {}
    for leaf in leaves_of(site):
        if not leaf.use.address.startswith("library/"):
            for slug in _touched(leaf, by_address | by_file):
                found.setdefault(slug, {})[leaf.use] = None
    return {slug: tuple(uses) for slug, uses in found.items()}


def belongings_of(site: Site) -> dict[str, tuple[str, ...]]:
    """The files in ``assets/`` that belong to each page: which it shows or links to, and those of the library's entries that go with it.

    An entry goes with a page if one of them links to the other.
    """
    leaves, entries = tuple(leaves_of(site)), {addresses.entry("library", entry.slug): entry for entry in site.library}
    linked_by: dict[str, list[LibraryEntry]] = {}
    for leaf in leaves:
        if leaf.use.address in entries:
            for link in leaf.links:
                linked_by.setdefault(link, []).append(entries[leaf.use.address])
    found = {}
    for leaf in leaves:
        beside = (*(entries[link] for link in leaf.links if link in entries), *linked_by.get(leaf.use.address, ()))
        found[leaf.use.address] = tuple(dict.fromkeys((*leaf.files, *(file.path for entry in beside for file in entry.files))))
    return found


def pictures_in(image: Picture | None, *texts: Prose | TextTemplate) -> tuple[str, ...]:
    """The files in ``assets/`` of a picture and of those in some texts, each once."""
    own = (image.path,) if image else ()
    return tuple(dict.fromkeys((*own, *(picture.path for text in texts for _, picture in text.pictures))))


def _touched(leaf: Leaf, known: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for address in (*leaf.links, *leaf.files):
        yield from known.get(address, ())
