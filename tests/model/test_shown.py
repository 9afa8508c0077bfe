"""No picture that a page shows is forgotten."""

from dataclasses import fields
from typing import get_args, get_type_hints

from mcsite.model import site as model
from mcsite.model.filling import Filling, TextTemplate
from mcsite.model.library import LibraryFile
from mcsite.model.prose import Picture, Prose
from mcsite.model.settings import Settings
from mcsite.model.shown import pictures_of

SHEET = LibraryFile(path="assets/sheet.pdf", digest="0", size=1, source="", preview=Picture("assets/sheet-0/480.webp", 480, 680))
SEA = LibraryFile(path="assets/sea.jpg", digest="1", size=1, source="", preview=Picture("assets/sea.jpg", 480, 320))
KNOWN = {"image", "logo", "body", "takeaway", "welcome"}


class Thing:
    """Whatever has a page, with a picture in every field where there can be one."""

    def __init__(self, name, public=True):
        self.public = public
        self.files = (SHEET, SEA)
        written = Picture(f"assets/{name}-template.jpg", 1, 1)
        self.filling = Filling("session", text=TextTemplate((), (), (("x", written),)))
        self.image, self.logo = (Picture(f"assets/{name}-{field}.jpg", 1, 1) for field in ("image", "logo"))
        self.body, self.takeaway, self.welcome = (
            Prose("x", (), (("x", Picture(f"assets/{name}-{text}.jpg", 1, 1)),)) for text in ("body", "takeaway", "welcome")
        )


def test_every_field_of_the_model_that_holds_pictures_is_known():
    hints = get_type_hints(model.Site)
    kinds = {argument for hint in hints.values() for argument in get_args(hint) if hasattr(argument, "__dataclass_fields__")} | {Settings}
    for kind in kinds:
        found = get_type_hints(kind)
        holding = {each.name for each in fields(kind) if {Prose, Picture} & {found[each.name], *get_args(found[each.name])}}
        assert holding <= KNOWN, f"{kind.__name__}: pictures in {holding - KNOWN} would have no copies"


def test_pictures_of_things_and_of_their_texts_are_found():
    names = ("events", "workshops", "library", "venues", "people", "partners", "pages")
    found = pictures_of(type("Anything", (), {"settings": Thing("site"), **{name: (Thing(name),) for name in names}}))
    expected = {f"assets/{name}-{part}.jpg" for name in names for part in ("image", "body")}
    others = {"assets/workshops-takeaway.jpg", "assets/library-template.jpg", "assets/site-welcome.jpg", "assets/site-logo.jpg"}
    assert {picture.path for picture in found} == expected | others | {SEA.path}, "of a PDF, its page is a copy already"


def test_who_has_no_page_needs_no_copies():
    empty = dict.fromkeys(("events", "workshops", "library", "venues", "partners", "pages"), ())
    site = type("Anything", (), {"settings": Thing("site"), **empty, "people": (Thing("private", public=False),)})
    assert [picture.path for picture in pictures_of(site)] == ["assets/site-logo.jpg", "assets/site-welcome.jpg"]
