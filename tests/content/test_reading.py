from mcsite.content.links import Index
from mcsite.content.lookup import Lookup
from mcsite.content.reading import Reading
from mcsite.model.origin import Origin
from mcsite.source.document import Document

HERE = Origin("content/events/a.md", {("hosts",): (3, 1, 5), ("hosts", 1): (3, 14, 3)})
PEOPLE = Lookup.of("person", (Document("content/people/ada.md", "person", "ada"),), {"ada": "Ada herself"})


def reading():
    return Reading(Index({}))


def test_names_become_things_each_once_and_in_the_authors_order():
    assert reading().many(PEOPLE, ("ada", "Ada"), HERE, "hosts") == ("Ada herself",)


def test_a_reference_that_comes_to_nothing_is_noted_at_its_place_and_counted():
    one = reading()
    assert one.many(PEOPLE, ("ada", "bob"), HERE, "hosts") == ("Ada herself",)
    assert [(note.code, note.span.line, note.span.column) for note in one.notes] == [("E203", 3, 14)]
    assert one.lost == 1


def test_nothing_named_is_nothing_lost():
    one = reading()
    assert one.one(PEOPLE, "", HERE, "owner") is None
    assert (one.notes, one.lost) == ([], 0)


def test_the_first_spelling_of_a_tag_or_a_neighbourhood_counts():
    one = reading()
    assert one.tag("Desk work") is one.tag("desk-work")
    assert one.neighbourhood("Old Harbour") is one.neighbourhood("old harbour")
    assert one.neighbourhood("") is None
