from reading_aloud import town


def test_people_and_partners_are_read(site):
    edition = town(site).prepare().edition
    assert [(person.title, person.public) for person in edition.site.people] == [("Ada Moss", True), ("Ben Reed", False)]
    (partner,) = edition.site.partners
    assert (partner.venue.slug, partner.contact) == ("cowork", "Sam, front desk")


def test_the_venue_of_a_partner_must_exist(site):
    town(site).write("partners/gym.md", "title: Gym\nvenue: kowork")
    (note,) = site.check()
    assert (note.code, note.span.path, note.span.line) == ("E203", "content/partners/gym.md", 3)
