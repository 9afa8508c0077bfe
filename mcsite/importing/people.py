"""Who leads what is imported: people of the site, and new ones, found by their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mcsite.content.lookup import plain_title
from mcsite.importing.places import is_device
from mcsite.importing.writing import Fields
from mcsite.model.people import Person
from mcsite.source.slugs import LONGEST, free_name, slug_of


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody whom the site has not yet."""

    slug: str
    title: str

    @property
    def fields(self) -> Fields:
        """Their front matter."""
        return {"title": self.title}


class People:
    """The people of the site, and those that are added. ``taken`` are the slugs of all its files for people."""

    def __init__(self, people: Iterable[Person], taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.new: dict[str, NewPerson] = {}
        self.known = {plain_title(person.title): person.slug for person in people}

    def named(self, names: Iterable[str]) -> list[str]:
        """Their slugs; whoever is met for the first time is added. A name without letters is nobody's."""
        return [slug for name in names if (slug := self.known.get(plain_title(name)) or self._added(name))]

    def _added(self, name: str) -> str:
        wanted = slug_of(name)[: LONGEST - 10].strip("-")
        if not wanted:
            return ""
        slug = free_name(f"{wanted}-1" if is_device(wanted) else wanted, self.taken)
        self.known[plain_title(name)] = slug
        self.new[slug] = NewPerson(slug, name)
        return slug
