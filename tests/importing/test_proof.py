from dataclasses import replace
from datetime import UTC, date, datetime

from foreign import WEEKLY, event, vevents
from story import Story

from mcsite.content.options import Options
from mcsite.content.site import read_site
from mcsite.importing.bundles import bundled
from mcsite.importing.drafts import Draft, Drafting, Names
from mcsite.importing.people import People
from mcsite.importing.places import Places
from mcsite.importing.proof import Proof, prove
from mcsite.importing.sessions import program
from mcsite.source.files import discover

OPTIONS = Options(datetime(2026, 1, 5, 9, tzinfo=UTC), drafts=True)
UNTIL = date(2026, 3, 31)


def a_draft(site: Story) -> Draft:
    edition = read_site(discover(site.root), OPTIONS).edition
    assert edition is not None
    events, remarks = vevents(event(WEEKLY))
    (bundle,) = bundled(events, remarks)
    drafting = Drafting(edition.site.settings, Places((), (), remarks), People((), ()), Names(()), UNTIL, remarks)
    (draft,) = drafting.of(bundle, program(bundle, UNTIL, remarks))
    return draft


def proof(site: Story, draft: Draft) -> Proof:
    return prove(discover(site.root), [draft], {}, "content/events", OPTIONS)


def test_a_file_that_means_what_it_should_is_proved(site: Story):
    found = proof(site, a_draft(site))
    assert (found.wrong, found.differing) == ({}, {})


def test_a_file_that_means_something_else_is_found_out(site: Story):
    draft = a_draft(site)
    found = proof(site, replace(draft, fields={**draft.fields, "start": "2026-01-13 18:00"}))
    assert found.differing == {"swap": "1 of its sessions differ from those of the calendar, the first on Tue 6 Jan 2026"}


def test_a_file_that_cannot_be_read_is_found_out(site: Story):
    draft = a_draft(site)
    found = proof(site, replace(draft, fields={**draft.fields, "venue": "nowhere"}))
    assert [diagnostic.code for diagnostic in found.wrong["swap"]] == ["E203"]
