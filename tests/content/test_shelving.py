from town import found_town

from mcsite.content.links import Index
from mcsite.content.opened import opened
from mcsite.content.reading import Reading
from mcsite.content.shelving import standing_of
from mcsite.source.files import discover


def test_all_kinds_but_events_are_read_in_the_order_in_which_they_refer_to_each_other(site):
    town = found_town(site)
    whole = town.prepare().edition.site
    found = discover(town.root)
    documents = [opened(file)[0] for file in found.files]
    standing = standing_of(documents, found, whole.settings, Reading(Index.of(documents, found.assets)))
    kept = (standing.people, standing.venues, standing.partners, standing.workshops, standing.library, standing.pages)
    read = (whole.people, whole.venues, whole.partners, whole.workshops, whole.library, whole.pages)
    assert [sorted(lookup.things) for lookup in kept] == [[thing.slug for thing in things] for things in read]
    assert all(standing.partners.things[partner.slug].venue == partner.venue for partner in whole.partners)
