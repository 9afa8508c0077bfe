"""What was announced before a late change, on the pages of another language."""

import re
from dataclasses import replace

import pytest
from bilingual import found_bilingual_town
from factory import lately, person, session, venue

from mcsite.ledger.retelling import retold
from mcsite.model.ledger import Details
from mcsite.model.places import Neighbourhood

LATE = "2026-01-06T12:00"
"""Hours before the first session of the stretch circle."""


@pytest.fixture
def town(site):
    """A bilingual town in which a venue and a person have German names, as it was published a day before the session."""
    found_bilingual_town(site).settings("outputs: [pages, sessions, mails]")
    site.write("venues/cowork.de.md", "title: Hafenbüro").write("people/maren.de.md", "title: Maren vom Hafen")
    site.write("venues/park.de.md", "title: Parkpavillon").write("people/ida.md", "title: Ida Nilsson").write("people/ida.de.md", "title: Ida aus dem Norden")
    site.build("2026-01-05T09:00")
    return site


def edited(site, this, that, file="events/stretch.md"):
    site.write(file, site.path(file).read_text("utf-8").replace(this, that))
    return site


def old_and_new(site, page="de/index.html"):
    """The facts of the banner of a page, without markup."""
    (banner,) = re.findall(r'<section class="late".*?</section>', site.read(page), re.DOTALL)
    return [re.sub(r"<[^>]+>", "", fact) for fact in re.findall(r"<dd>(.*?)</dd>", banner, re.DOTALL)]


def test_another_place_is_told_by_the_names_that_the_language_has_for_both(town):
    edited(town, "venue: cowork", "venue: park").build(LATE)
    was, now = old_and_new(town)[:2]
    assert was.endswith("Hafenbüro, Kai 12, 20457")
    assert now.endswith("Parkpavillon, Park 1")
    assert old_and_new(town, "index.html")[0].endswith("Harbour Cowork, Kai 12, 20457")


def test_another_leader_is_told_so_too(town):
    edited(town, "hosts: [maren]", "hosts: [ida]").build(LATE)
    assert [fact.rpartition("mit ")[2] for fact in old_and_new(town)] == ["Maren vom Hafen", "Ida aus dem Norden"]


def test_another_title_and_note_of_a_session_are_told_in_translation(town):
    edited(town, "changed: {", "changed: {2026-01-06: {title: Outdoors, note: Bring a mat}, ").build(LATE)
    was, now, note = old_and_new(town)
    assert (was.endswith("Dehnkreis am Dienstag"), now.endswith("Im Freien"), note) == (True, True, "Bitte eine Matte mitbringen")


def test_a_place_that_moved_is_known_by_its_name_and_keeps_the_address_that_it_had(town):
    edited(town, "Kai 12", "Kai 90", "venues/cowork.md").build(LATE)
    assert [fact.rpartition("Uhr, ")[2] for fact in old_and_new(town)] == ["Hafenbüro, Kai 12, 20457", "Hafenbüro, Kai 90, 20457"]


def test_what_nobody_knows_any_more_stays_as_it_was_announced(town):
    edited(town, "venue: cowork", "venue: park").remove("venues/cowork.md").remove("venues/cowork.de.md")
    edited(town, "venue: cowork\n", "", "events/last-year.md")
    edited(town, "venue: cowork", "venue: park", "partners/gym.md")
    edited(town, " It is [near](../venues/cowork.md).", "", "pages/first-visit.md")
    edited(town, " Es ist [nah](../venues/cowork.md).", "", "pages/first-visit.de.md").build(LATE)
    assert old_and_new(town)[0].endswith("Harbour Cowork, Kai 12, 20457")


def told(before, *, ours, theirs):
    """What was announced of a session, told to a site with other names of places and people. ``before``: fields of ``factory.lately``."""
    edition = lately(session(), **before)
    main = replace(edition.site, **ours)
    (known,) = retold(edition.ledger, main, replace(main, **theirs)).sessions
    return known.earlier[0]


def test_two_places_of_one_name_that_are_called_differently_are_not_mistaken_for_each_other():
    halls, called = (tuple(venue(slug, title=title) for slug, title in names) for names in ([("a", "Hall"), ("b", "Hall")], [("a", "Saal"), ("b", "Halle")]))
    assert told({"place": "Hall, Quay 1"}, ours={"venues": halls}, theirs={"venues": called}).place == "Hall, Quay 1"
    assert told({"place": "Hall, Quay 1"}, ours={"venues": halls[:1]}, theirs={"venues": called[:1]}).place == "Saal, Quay 1"


def test_the_longest_name_is_the_place():
    ours, theirs = ((venue("a", title=one), venue("b", title=two)) for one, two in (("Quay", "Quay, upstairs"), ("Kai", "Kai oben")))
    assert told({"place": "Quay, upstairs, Quay 1"}, ours={"venues": ours}, theirs={"venues": theirs}).place == "Kai oben, Quay 1"


def test_a_part_of_town_is_a_place_too():
    names = {"ours": {"neighbourhoods": (Neighbourhood("old", "Old Harbour"),)}, "theirs": {"neighbourhoods": (Neighbourhood("old", "Alter Hafen"),)}}
    assert told({"place": "Old Harbour"}, **names).place == "Alter Hafen"


def test_a_person_whose_file_has_another_name_is_found_by_the_title():
    before = {"details": Details(hosts=(("bo", "Bo"), ("cy", "Cy")))}
    names = {"ours": {"people": (person("bo-berg", title="Bo"),)}, "theirs": {"people": (person("bo-berg", title="Bo B."),)}}
    assert told(before, **names).details.hosts == (("bo", "Bo B."), ("cy", "Cy"))


def test_a_ledger_without_late_changes_is_itself():
    edition = lately(session())
    calm = replace(edition.ledger, sessions=(replace(edition.ledger.sessions[0], earlier=()),))
    assert retold(calm, edition.site, edition.site) is calm
