"""What there is to link to."""

from refused import refusal

from mcsite.content.targets import Index, address_of, has_page
from mcsite.model.origin import Origin
from mcsite.source.document import Document


def document(kind, slug, /, **fields):
    return Document(f"content/{kind}/{slug}.md", kind, slug, fields, Origin(""))


def index(*documents):
    return Index.of(documents, ())


def test_files_are_known_by_slug_and_by_title():
    swap = document("event", "swap", title="The Clothes Swap")
    known = index(swap, document("venue", "swap", title="Swap Hall"))
    assert known.document("event", "swap") is swap
    assert known.document("event", "the clothes swap") is swap
    assert known.document("event", "hall") is None


def test_a_title_that_two_files_have_leads_nowhere():
    known = index(document("venue", "north", title="Hall"), document("venue", "south", title="hall"), document("event", "x", title="Hall"))
    assert refusal(lambda title: known.document("venue", title), "Hall").code == "E207"
    assert known.document("event", "Hall").slug == "x"


def test_tags_and_kinds_are_those_that_occur_however_they_were_typed():
    known = index(
        document("event", "a", tags="Desk work, posture", kind="Pop-up"), document("event", "b", tags=["posture", None, {"x": "y"}]), document("page", "c")
    )
    assert known.gathered["tag"] == {"desk-work", "posture"}
    assert known.gathered["kind"] == {"pop-up", "event"}
    assert known.gathered["neighbourhood"] == frozenset()


def test_addresses_of_what_is_not_there_are_not_known():
    known = index(document("event", "swap", tags=["posture"]))
    assert known.knows_address("tags/posture/")
    assert not known.knows_address("tags/desk/")
    assert not known.knows_address("events/other/2026-01-06/")
    assert not known.knows_address("events/swap/yesterday/")
    assert not known.knows_address("archive/last-year/")


def test_the_lists_of_the_library_can_be_linked():
    known = index(document("library", "card", kind="Work sheet", tags="desk, at home"))
    assert all(known.knows_address(f"library/{part}/") for part in ("kinds/work-sheet", "topics/desk", "topics/at-home"))
    assert not known.knows_address("library/kinds/flyer/")


def test_every_kind_of_file_has_its_page():
    assert [address_of(document(kind, "x")) for kind in ("site", "event", "workshop", "library", "venue", "person", "partner", "page")] == [
        "", "events/x/", "workshops/x/", "library/x/", "venues/x/", "people/x/", "partners/x/", "x/"
    ]  # fmt: skip


def test_people_may_have_no_page():
    assert has_page(document("person", "ada"))
    assert has_page(document("person", "ada", public="yes"))
    assert has_page(document("person", "ada", public="perhaps"))
    assert not has_page(document("person", "ada", public=" No "))
    assert has_page(document("venue", "x", public="no"))
