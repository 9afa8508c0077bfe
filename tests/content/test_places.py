def test_a_venue_is_read_with_its_facts(site):
    site.write(
        "venues/cowork.md",
        """
        title: Harbour Cowork
        address: 12 Quay Street
        postcode: 0123456
        neighbourhood: Old Harbour
        geo: [51.5, -0.12]
        capacity: 14
        access: {Step-free: yes, Lighting: soft}
        hours: {Tuesday: 17:30 to 20:00}
        """,
    )
    prepared = site.prepare()
    assert prepared.diagnostics == ()
    (venue,) = prepared.edition.site.venues
    assert (venue.postcode, venue.geo, venue.capacity) == ("0123456", (51.5, -0.12), 14)
    assert venue.neighbourhood.slug == "old-harbour"
    assert venue.access == (("Step-free", "yes"), ("Lighting", "soft"))
    assert venue.hours == (("Tuesday", "17:30 to 20:00"),)
