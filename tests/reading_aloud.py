"""What tests of this package share: a small town, and the session times of an event as they would be read aloud."""

VENUE = """
title: Harbour Cowork
neighbourhood: Old Harbour
capacity: 12
"""


def town(site):
    """A site with one venue, two people, a partner and a workshop."""
    site.write("venues/cowork.md", VENUE)
    site.write("people/ada.md", "title: Ada Moss").write("people/ben.md", "title: Ben Reed\npublic: no")
    site.write("partners/gym.md", "title: Harbour Gym\nvenue: cowork\ncontact: Sam, front desk")
    return site.write("workshops/desk.md", "title: Desk posture\nminutes: 45 min\nsummary: A desk that fits.\noutline: [5 min: arrive, 20 min: practise]")


def times(edition, slug):
    """``["2026-01-06 18:00-18:45", …]``, in order of original dates."""
    return [f"{session.when.start:%Y-%m-%d %H:%M}-{session.when.end:%H:%M}" for session in edition.sessions_of[slug]]
