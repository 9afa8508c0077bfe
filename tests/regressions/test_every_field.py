"""An event that says everything that an event can say, in each of the ways in which its dates can be said."""

import pytest
from PIL import Image

EVENT = """\
---
title: Tuesday Stretch Circle          # required
kind: pop-up                           # one of the usual kinds, or one of site.md's
workshop: desk-posture                 # takes over the workshop's outline, outcomes, takeaway, follow-up
{dates}
timezone: Europe/London                # default: the site's
cancelled: {{2026-02-24: clinic closed}} # was announced; stays visible as cancelled
moved:     {{2026-03-03: 2026-03-04 19:00}}
changed:   {{2026-03-10: {{venue: park-pavilion, note: Bring a mat}}}}
extra:     [2026-04-14 18:00]
status: scheduled                      # scheduled | cancelled | postponed, for the whole event
venue: harbour-cowork
hosts: [lead-therapist]
partner: harbour-gym
tags: [posture, desk]
neighbourhood: Old Harbour             # default: the venue's
capacity: 10
prices:                                # omitted = nothing is said; `prices: free` = free
  - {{name: Drop-in, amount: 0}}
  - {{name: Deeper session, amount: 15, currency: GBP, url: https://book.example/deep, for: everyone}}
signup: https://forms.example/stretch
summary: One sentence for lists, cards and feeds.
image: stretch.jpg                     # in assets/
image_alt: Six people stretch their arms
draft: false
publish_on: 2025-12-20
id: tuesday-stretch
aliases: [old-slug]
---
Markdown body.
"""
SERIES = "start: 2026-01-06 18:00   # local time\nend: 18:45\nrepeat: weekly   # every Tuesday\nskip: {2026-02-17: half-term}\n"
DATES = {
    "so many sessions": SERIES + "times: 12   # a skipped date does not eat one",
    "up to a day": SERIES + "until: 2026-03-31",
    "up to a confirmed day": SERIES + "confirmed_until: 2026-04-14\nuntil: 2026-03-31",
    "a raw rule": SERIES.replace("weekly", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=13"),
    "a sentence": "when: Tuesdays 6pm-6:45pm from 6 Jan 2026 for 13 weeks, not 17 Feb    # instead of all of the above",
}


@pytest.fixture
def community(site):
    """A site with everything that the event refers to."""
    site.write("venues/harbour-cowork.md", "title: Harbour Cowork\nneighbourhood: Old Harbour").write("venues/park-pavilion.md", "title: Park Pavilion")
    site.write("people/lead-therapist.md", "title: Ada Moss").write("partners/harbour-gym.md", "title: Harbour Gym\ncode: GYM10\ncontact: Sam")
    site.write(
        "workshops/desk-posture.md", "title: Posture at the desk\noutline: [5 min: Arrive]\noutcomes: [Sit well]\ntakeaway: Stand up.\nfollow_up: Hello."
    )
    (site.root / "assets").mkdir()
    Image.new("RGB", (800, 600), "teal").save(site.root / "assets" / "stretch.jpg")
    return site


@pytest.mark.parametrize("dates", DATES.values(), ids=DATES)
def test_an_event_that_says_everything_has_the_sessions_that_it_names(community, dates):
    outcome = community.write("events/tuesday-stretch.md", EVENT.format(dates=dates.strip())).build()
    assert outcome.diagnostics == ()
    pages = {path.split("/")[2] for path in community.files() if path.startswith("events/tuesday-stretch/2026-") and path.endswith("index.html")}
    held = "01-06 01-13 01-20 01-27 02-03 02-10 02-24 03-03 03-10 03-17 03-24 03-31 04-14"
    assert pages == {f"2026-{day}" for day in held.split()}
    assert "clinic closed" in community.read("events/tuesday-stretch/2026-02-24/index.html")
    assert 'datetime="2026-03-04T19:00:00+00:00"' in community.read("events/tuesday-stretch/2026-03-03/index.html")
    assert "Bring a mat" in community.read("events/tuesday-stretch/2026-03-10/index.html")
    assert {"calendar/venues/park-pavilion.ics", "calendar/kinds/pop-up.ics", "events/old-slug/index.html", "events/tuesday-stretch/series.ics"} <= set(
        community.files()
    )


def test_the_workshop_gives_its_outline_outcomes_and_takeaway(community):
    community.write("events/tuesday-stretch.md", EVENT.format(dates=DATES["a sentence"])).build()
    page = community.read("events/tuesday-stretch/index.html")
    assert all(words in page for words in ("Arrive", "Sit well", "Stand up."))
