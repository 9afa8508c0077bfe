"""A small community that uses every kind of file: ground for properties that must hold of any site."""

from story import Story

FILES = {
    "site.md": """\
        ---
        title: Moving Well
        base_url: https://example.org/moves/
        timezone: Europe/London
        description: Small gatherings.
        organiser: {name: Maren Hale, email: hello@example.org}
        signup: https://forms.example/moves
        closed: {2026-04-06: Easter Monday}
        ---
        Welcome. See the [pop-up](events/pop-up.md).
        """,
    "events/pop-up.md": """\
        ---
        title: Thursday Pop-up
        kind: pop-up
        start: 2026-01-08 17:00
        end: 19:00
        repeat: weekly
        times: 14
        skip: {2026-02-19: half-term}
        cancelled: {2026-02-26: clinic closed}
        moved: {2026-03-05: 2026-03-06 18:00}
        changed: {2026-03-12: {venue: park-pavilion, note: Bring a mat}}
        venue: harbour-cowork
        hosts: [maren]
        partner: harbour-gym
        tags: [posture, desk]
        capacity: 10
        summary: Two hours, no booking.
        ---
        Come **as you are**. It uses the [desk workshop](workshop:desk-posture).
        """,
    "events/circle.md": """\
        ---
        title: Reading Circle
        kind: circle
        when: monthly on the last Friday from 30 Jan 2026 7pm-8:30pm until 31 Jul 2026
        venue: park-pavilion
        hosts: [maren, olu]
        tags: [reading]
        ---
        We read.
        """,
    "events/open-day.md": "title: Open Day\nstart: 2026-05-16\nend: 2026-05-17\nvenue: park-pavilion\ntags: [posture]",
    "events/desk-evening.md": """\
        title: Desk Evening
        kind: workshop
        workshop: desk-posture
        start: 2026-01-20 18:30
        duration: 50 min
        venue: harbour-cowork
        prices: [{name: Drop-in, amount: 8, currency: GBP}]
        """,
    "events/last-year.md": "title: Last Year\nstart: 2025-11-04 18:30\nend: 19:30\nvenue: harbour-cowork\nhosts: [olu]",
    "events/overnight.md": "title: Night Walk\nstart: 2026-06-20 22:00\nend: 2026-06-21 04:30\nonline: https://meet.example/night",
    "workshops/desk-posture.md": "---\ntitle: Desk Posture\noutcomes: [Sit less]\n---\nAn outline.",
    "library/habit-card.md": "---\ntitle: Habit card\nfiles: [card.txt]\nlicence: CC BY 4.0\n---\nOne page.",
    "venues/harbour-cowork.md": "title: Harbour Cowork\naddress: 1 Quay Street\npostcode: WR1 1AA\nneighbourhood: Old Harbour\ngeo: [51.5, -0.1]\ncapacity: 12",
    "venues/park-pavilion.md": "title: Park Pavilion\naddress: The Park\nneighbourhood: Park Side",
    "people/maren.md": "---\ntitle: Maren Hale\nrole: Therapist\n---\nLikes stairs.",
    "people/olu.md": "title: Olu Ade\nrole: Reader",
    "partners/harbour-gym.md": "title: Harbour Gym\nvenue: harbour-cowork\ncode: gym",
    "pages/about.md": "---\ntitle: About\n---\nWho we are. [Home](../site.md)",
    "assets/card.txt": "Stand up once an hour.\n",
}


def found_town(site: Story) -> Story:
    """Write the whole community into a site."""
    for path, text in FILES.items():
        site.write(path, text)
    return site
