from dataclasses import replace

import factory

from mcsite.model.settings import Kind
from mcsite.render.filters import Filter, filters_of


def walk(**changes):
    return factory.session(factory.event("walk", kind=Kind("class", "Class"), tags=(), **changes))


def test_what_coming_sessions_differ_in_can_be_filtered_by():
    stretch, bend = factory.session(), factory.session(factory.event("bend"))
    assert filters_of(factory.edition(stretch, bend, walk())) == (
        Filter("kinds", "Circle", "kinds/circle/", 2),
        Filter("kinds", "Class", "kinds/class/", 1),
    ), "all are at one place, and there is only one tag"


def test_places_come_before_topics():
    park = replace(walk(), venue=factory.venue("park", title="Park"))
    assert [each.title for each in filters_of(factory.edition(factory.session(), park)) if each.facet == "venues"] == ["Harbour Cowork", "Park"]


def test_what_is_over_is_no_filter():
    assert filters_of(factory.edition(factory.session(), walk(), now="2026-01-07 10:00")) == ()
