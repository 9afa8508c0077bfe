from mcsite.model.origin import Origin
from mcsite.source.document import Document
from mcsite.source.moments import name_of_days, name_of_session
from mcsite.source.spelling import canonical, plainly, respelt, with_named_entries


def test_capitals_blanks_and_hyphens_are_no_mistakes():
    assert plainly(" Publish-On ") == "publish_on"
    known = ("publish_on", "hosts")
    assert canonical("Publish on", known, {}) == "publish_on"
    assert canonical("Host", known, {"host": "hosts"}) == "hosts"
    assert canonical("Pablish on", known, {}) == "Pablish on"


def test_fields_and_their_places_get_the_spelling_of_the_form():
    origin = Origin("a.md", {("@key", "Host"): (2, 1, 4), ("Host",): (2, 7, 6), ("Host", 0): (2, 8, 4), ("x", "Host"): (3, 1, 1)})
    found = respelt(Document("a.md", "event", "a", {"Host": ["anna"]}, origin), ("hosts",), {"host": "hosts"})
    assert found.fields == {"hosts": ["anna"]}
    assert found.origin.places == {("@key", "hosts"): (2, 1, 4), ("hosts",): (2, 7, 6), ("hosts", 0): (2, 8, 4), ("x", "Host"): (3, 1, 1)}


def test_a_field_that_is_said_in_two_spellings_stays_two():
    found = respelt(
        Document("a.md", "event", "a", {"Host": "anna", "hosts": "ben", "TAG": "x", "tag": "y"}), ("hosts", "tags"), {"host": "hosts", "tag": "tags"}
    )
    assert found.fields == {"Host": "anna", "hosts": "ben", "tags": "x", "tag": "y"}


def test_a_document_that_is_spelt_well_stays_as_it_is():
    document = Document("a.md", "event", "a", {"hosts": "anna"})
    assert respelt(document, ("hosts",), {}) is document
    assert with_named_entries(document, {"skip": name_of_days}) is document


def test_entries_get_places_by_their_names():
    places = {("changed", "6 Jan 2026"): (2, 20, 5), ("changed", "6 Jan 2026", "venue"): (2, 30, 4), ("skip", 0): (3, 8, 10), ("skip", 1): (3, 20, 4)}
    document = Document("a.md", "event", "a", {"changed": {"6 Jan 2026": {"venue": "hall"}}, "skip": ["2026-02-17", "soon", ["x"]]}, Origin("a.md", places))
    found = with_named_entries(document, {"changed": name_of_session, "skip": name_of_days}).origin
    assert found.places["changed", "2026-01-06", "venue"] == (2, 30, 4)
    assert found.places["skip", "2026-02-17"] == (3, 8, 10)
    assert found.places["skip", 1] == (3, 20, 4)
