from factory import event, person, session

from mcsite.model.event import Tag
from mcsite.model.facets import Facet, by_facet, facets_of


def test_a_session_is_found_by_kind_tag_place_and_host():
    assert [(facet.name, facet.slug) for facet in facets_of(session())] == [
        ("kinds", "circle"),
        ("tags", "desk"),
        ("venues", "cowork"),
        ("neighbourhoods", "old-harbour"),
        ("hosts", "ada"),
    ]


def test_who_is_not_public_is_no_facet():
    assert not [facet for facet in facets_of(session(event(hosts=(person("bea", public=False),)))) if facet.name == "hosts"]


def test_one_value_that_was_written_twice_is_one():
    sessions = (session(event("a", tags=(Tag("desk", "Desk work"),))), session(event("b", tags=(Tag("desk", "desk WORK"),))))
    (found,) = (facet for facet in by_facet(sessions) if facet.name == "tags")
    assert found.title == "Desk work"
    assert by_facet(sessions)[Facet("tags", "desk", "")] == sessions
