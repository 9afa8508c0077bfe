"""Nothing of what is not published, or not public, reaches a visitor: neither in a text nor as a file."""

import re

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>{}</title><rect width="5" height="5"/></svg>'
EVENT = "start: 2026-01-10 18:00\nend: 19:00\nvenue: hall\n"


@pytest.fixture
def published(site):
    """The public files of a site full of secrets, by path."""
    site.write("venues/hall.md", "title: Hall")
    site.write("people/maya.md", "title: Maya")
    site.write(
        "people/ghost.md",
        "---\ntitle: SECRET Ghost\nrole: SECRET\nemail: secret@example.org\nregistration: SECRET\nurl: https://secret.example/\npublic: no\n"
        "image: ghost.svg\nimage_alt: SECRET\n---\nSECRET\n",
    )
    site.write("partners/gym.md", "title: Gym\nvenue: hall\ncontact: SECRET 07700 900123")
    site.write("records/2026.csv", "name\nSECRET\n")
    site.write(
        "events/series.md",
        f"title: Series\n{EVENT}repeat: weekly\ntimes: 3\nhosts: [ghost, maya]\npartner: gym\nchanged: {{2026-01-17: {{hosts: [ghost]}}}}",
    )
    site.write("events/alone.md", f"title: Alone\n{EVENT}hosts: ghost\nimage: shared.svg\nimage_alt: x")
    site.write(
        "events/draft.md",
        f"---\ntitle: SECRET\n{EVENT}draft: yes\ntags: [secret]\nneighbourhood: Secret\nimage: draft.svg\nimage_alt: SECRET\n---\n"
        "SECRET ![x](../../assets/in%20body.svg) [x](../../assets/shared.svg) [x](handouts/draft.txt)\n",
    )
    site.write("events/later.md", f"title: SECRET\n{EVENT}publish_on: 2026-01-08\ntags: [secret]\nimage: later.svg\nimage_alt: x")
    site.write("library/card.md", "title: Card\nowner: ghost\nfiles: [card.txt]")
    for name in ("ghost", "draft", "in body", "later"):
        site.write(f"assets/{name}.svg", SVG.format("SECRET"))
    site.write("assets/handouts/draft.txt", "SECRET")
    site.write("assets/shared.svg", SVG.format("shared"))
    site.write("assets/card.txt", "card")
    site.write("assets/unused.txt", "nobody speaks of this one")
    site.build()
    return site.files()


def test_no_secret_is_in_any_public_file(published):
    told = [path for path, data in published.items() if re.search(rb"secret|ghost", path.encode() + data, re.IGNORECASE)]
    assert told == []


def test_files_that_something_public_speaks_of_are_there_and_so_are_those_that_nothing_does(published):
    assert {path for path in published if path.startswith("assets/")} == {"assets/card.txt", "assets/shared.svg", "assets/unused.txt"}


def test_a_draft_is_shown_with_its_pictures_when_it_is_asked_for(site):
    site.write("events/draft.md", "title: D\nonline: https://meet.example/\nstart: 2026-01-10 18:00\nend: 19:00\ndraft: yes\nimage: draft.svg\nimage_alt: x")
    site.write("assets/draft.svg", SVG.format("x"))
    site.command("build", "--now", "2026-01-05T09:00", "--drafts")
    assert "assets/draft.svg" in site.files()
