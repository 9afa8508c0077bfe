from drawn import Drawn
from factory import edition, person

from mcsite.model.library import AssetFile, LibraryEntry
from mcsite.model.origin import Origin

CARD = LibraryEntry(
    slug="card", title="Desk card", kind="handout", files=(AssetFile("assets/cards/desk.pdf", "0", 24000, "x"),), licence="CC BY 4.0", language="pt",
    owner=person(), origin=Origin("l"),
)  # fmt: skip


def test_an_entry_gives_its_files_with_size_and_licence():
    drawn = Drawn(edition(site={"library": (CARD,)}))
    for said in ("desk.pdf 24 kB", "Licence CC BY 4.0", "Language Portuguese", "Kept by Ada"):
        assert said in drawn.text("library/card/index.html")
    assert "/assets/cards/desk.pdf" in drawn.links("library/card/index.html")


def test_an_owner_who_is_not_public_is_not_named():
    entry = LibraryEntry(slug="card", title="Card", owner=person(public=False), origin=Origin("l"))
    assert "Ada" not in Drawn(edition(site={"library": (entry,)})).text("library/card/index.html")


def test_the_index_lists_all():
    assert "Desk card handout" in Drawn(edition(site={"library": (CARD,)})).text("library/index.html")
