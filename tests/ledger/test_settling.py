"""Stories of a site that people follow: what they have in their calendars stays theirs, and changes only with a real change."""

import random
from dataclasses import replace

import pytest
from ledger.feeds import followed

from mcsite.model.ledger import EMPTY

LATER = "2026-01-05T10:30"
STRETCH = """\
title: Stretch
venue: cowork
start: 2026-01-06 18:00
end: 18:45
repeat: weekly
times: 4
tags: [desk]
"""
SWAP = "title: Swap\nvenue: cowork\nstart: 2026-02-07 10:00\nend: 12:00\n"


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay").write("venues/park.md", "title: Park\naddress: The Park")
    site.write("events/stretch.md", STRETCH).write("events/swap.md", SWAP)
    assert site.build().codes == []
    return site


def edited(site, *, now=LATER, base_url=None):
    """What followers had, and what they have after another build."""
    before = followed(site)
    outcome = site.build(now, base_url)
    assert outcome.report is not None, outcome.diagnostics
    return before, followed(site)


def line(site, path, old, new):
    text = site.path(path).read_text("utf-8")
    assert old in text
    site.write(path, text.replace(old, new))


def only_wording_changed(before, after):
    assert before.keys() == after.keys()
    for uid in before:
        assert after[uid]["SEQUENCE"] == before[uid]["SEQUENCE"]
        same = before[uid].seen == after[uid].seen
        assert (after[uid]["LAST-MODIFIED"] == before[uid]["LAST-MODIFIED"]) is same
        assert not same or before[uid] == after[uid]


def all_looked_at_again(before, after, *, but=0):
    assert before.keys() == after.keys()
    assert sum(after[uid].sequence == before[uid].sequence for uid in before) == but
    assert all(after[uid].sequence - before[uid].sequence == (before[uid].essence != after[uid].essence) for uid in before)


def test_the_first_publication_is_number_zero_and_modified_now(town):
    entries = followed(town)
    assert {entry["SEQUENCE"] for entry in entries.values()} == {"0"}
    assert {entry["LAST-MODIFIED"] for entry in entries.values()} == {entry["DTSTAMP"] for entry in entries.values()} == {"20260105T090000Z"}
    assert {"swap@example.org", "stretch-2026-01-06@example.org"} < entries.keys()


def test_a_later_build_of_the_same_content_changes_nothing(town):
    before = town.files()
    assert town.build(LATER).written == set()
    assert town.files() == before


def test_a_renamed_file_keeps_its_calendar_entries(town):
    town.rename("events/stretch.md", "events/bend.md")
    before, after = edited(town)
    only_wording_changed(before, after)
    assert "events/bend/" in after["stretch-2026-01-06@example.org"]["URL"]


def test_a_file_that_is_renamed_and_moved_says_what_it_was(town):
    town.rename("events/swap.md", "events/market.md")
    line(town, "events/market.md", "2026-02-07 10:00", "2026-02-14 11:00")
    line(town, "events/market.md", "title: Swap", "title: Market\naliases: [swap]")
    before, after = edited(town)
    assert before.keys() == after.keys()
    assert after["swap@example.org"].sequence == 1
    assert after["swap@example.org"]["SUMMARY"] == "Market"


def test_a_permanent_name_is_the_last_word(town):
    """Two files exchange their names; without their ids, nobody could tell."""
    text = town.path("events/stretch.md").read_text("utf-8"), town.path("events/swap.md").read_text("utf-8")
    town.write("events/swap.md", text[0].replace("tags:", "id: stretch\ntags:"))
    town.write("events/stretch.md", text[1].replace("venue:", "id: swap\nvenue:"))
    only_wording_changed(*edited(town))


def test_an_id_that_is_given_later_is_the_permanent_name_from_then_on(town):
    line(town, "events/swap.md", "title: Swap", "title: Swap\nid: clothes")
    town.build(LATER)
    town.rename("events/swap.md", "events/other.md")
    line(town, "events/other.md", "2026-02-07 10:00", "2026-02-21 11:00")
    line(town, "events/other.md", "title: Swap", "title: Something Else")
    before, after = edited(town)
    assert before.keys() == after.keys()


WORDING = {
    "retitled": ("title: Stretch", "title: Bend"),
    "tagged otherwise": ("tags: [desk]", "tags: [posture, desk]"),
    "of another kind": ("tags: [desk]", "kind: class"),
    "described": ("tags: [desk]", "tags: [desk]\nsummary: Bend and stretch."),
    "priced": ("tags: [desk]", "prices: free"),
    "booked out": ("tags: [desk]", "tags: [desk]\nfull: [2026-01-13]"),
}


@pytest.mark.parametrize(("old", "new"), WORDING.values(), ids=WORDING.keys())
def test_words_move_last_modified_alone(town, old, new):
    line(town, "events/stretch.md", old, new)
    before, after = edited(town)
    only_wording_changed(before, after)
    assert before != after
    assert before["swap@example.org"] == after["swap@example.org"]


def test_the_order_of_lines_is_no_change(town):
    town.write("events/stretch.md", "\n".join(reversed(STRETCH.splitlines())))
    assert town.build(LATER).written == set()


def test_another_address_of_the_site_changes_no_identity(town):
    only_wording_changed(*edited(town, base_url="https://elsewhere.example/moves/"))


REAL = {
    "another weekday": ("2026-01-06 18:00", "2026-01-07 18:00"),
    "a day earlier": ("2026-01-06 18:00", "2026-01-05 18:00"),
    "another hour": ("2026-01-06 18:00\nend: 18:45", "2026-01-06 19:00\nend: 19:45"),
    "longer": ("end: 18:45", "end: 19:00"),
    "another venue": ("venue: cowork", "venue: park"),
    "postponed": ("tags: [desk]", "status: postponed"),
}


@pytest.mark.parametrize(("old", "new"), REAL.values(), ids=REAL.keys())
def test_times_places_and_status_move_the_sequence(town, old, new):
    line(town, "events/stretch.md", old, new)
    all_looked_at_again(*edited(town), but=1)


def test_a_venue_that_corrects_its_address_has_moved(town):
    line(town, "venues/cowork.md", "1 Quay", "10 Quay")
    all_looked_at_again(*edited(town))


def test_cancelled_and_held_after_all(town):
    uid = "stretch-2026-01-13@example.org"
    line(town, "events/stretch.md", "tags:", "cancelled: {2026-01-13: ill}\ntags:")
    before, after = edited(town)
    assert (after[uid]["STATUS"], after[uid].sequence) == ("CANCELLED", 1)
    assert {other: before[other] for other in before if other != uid} == {other: after[other] for other in after if other != uid}
    line(town, "events/stretch.md", "cancelled: {2026-01-13: ill}\n", "")
    _, again = edited(town, now="2026-01-06T09:00")
    assert (again[uid]["STATUS"], again[uid].sequence) == ("CONFIRMED", 2)
    assert again[uid].essence == before[uid].essence


def test_one_session_that_is_moved(town):
    line(town, "events/stretch.md", "tags:", "moved: {2026-01-13: 2026-01-14 19:00}\ntags:")
    all_looked_at_again(*edited(town), but=4)


def test_a_one_off_that_repeats_keeps_its_first_entry(town):
    line(town, "events/swap.md", "start:", "repeat: monthly\ntimes: 3\nstart:")
    before, after = edited(town)
    assert before.keys() < after.keys()
    assert after["swap@example.org"].sequence == 0
    assert len(after) == len(before) + 2


def test_a_longer_series_adds_and_takes_nothing_away(town):
    line(town, "events/stretch.md", "times: 4", "times: 6")
    before, after = edited(town)
    assert len(after) == len(before) + 2
    only_wording_changed(before, {uid: after[uid] for uid in before})


def test_an_extra_session_on_the_day_of_another_leaves_that_one_alone(town):
    line(town, "events/stretch.md", "tags:", "extra: [2026-01-13 10:00]\ntags:")
    before, after = edited(town)
    assert after["stretch-2026-01-13@example.org"].essence == before["stretch-2026-01-13@example.org"].essence


def test_a_new_event_never_gets_the_uid_of_one_that_was(town):
    town.rename("events/swap.md", "events/market.md")
    town.build(LATER)
    town.write("events/swap.md", SWAP.replace("Swap", "Brand New").replace("02-07", "03-07"))
    before, after = edited(town)
    assert after.keys() - before.keys() == {"swap-2@example.org"}
    assert before["swap@example.org"] == after["swap@example.org"]


def test_a_past_session_may_go_and_comes_back_as_what_it_was(town):
    now = "2026-01-10T09:00"
    town.build(now)
    line(town, "events/stretch.md", "start: 2026-01-06", "start: 2026-01-13")
    line(town, "events/stretch.md", "times: 4", "times: 3")
    before, after = edited(town, now=now)
    assert before.keys() - after.keys() == {"stretch-2026-01-06@example.org"}
    line(town, "events/stretch.md", "start: 2026-01-13", "start: 2026-01-06")
    line(town, "events/stretch.md", "times: 3", "times: 4")
    _, again = edited(town, now=now)
    assert again.keys() == before.keys()


@pytest.mark.parametrize(
    ("why", "told"), [("draft: yes", "this is a draft, and not published"), ("publish_on: 2026-02-01", "this is published on 1 February 2026")]
)
def test_a_preview_shows_what_waits_says_so_and_remembers_nothing_of_it(town, why, told):
    town.write("events/plan.md", SWAP.replace("Swap", "Plan") + why + "\n")
    town.build(LATER, drafts=True)
    assert told in town.read("events/plan/index.html")
    assert "Preview" not in town.read("events/stretch/index.html")
    assert "events/plan/index.html" in town.files()
    assert not any("plan" in known.slug for known in town.ledger.sessions)
    assert "events/plan/" not in dict(town.ledger.addresses)
    assert town.build(LATER).codes == []
    assert "events/plan/index.html" not in town.files()


def test_without_a_memory_the_same_moment_gives_the_same_bytes(town):
    first = town.files()
    line(town, "events/stretch.md", "tags: [desk]", "tags: [other]")
    town.build(LATER)
    line(town, "events/stretch.md", "tags: [other]", "tags: [desk]")
    town.build(previous=EMPTY)
    assert town.files() == first


def test_last_modified_never_goes_back(town):
    line(town, "events/swap.md", "title: Swap", "title: Market")
    before, after = edited(town, now="2026-01-01T09:00")
    assert after["swap@example.org"]["LAST-MODIFIED"] == before["swap@example.org"]["LAST-MODIFIED"]


def test_a_file_that_names_two_calendars_of_one_event_has_one_uid_for_the_event(town):
    rule = (town.output / "public" / "events/stretch/series.ics").read_bytes()
    town.rename("events/stretch.md", "events/bend.md")
    town.build(LATER)
    assert b"UID:stretch@example.org\r\n" in rule
    assert b"UID:stretch@example.org\r\n" in (town.output / "public" / "events/bend/series.ics").read_bytes()


@pytest.mark.parametrize("seed", range(12))
def test_over_any_edits_identities_last_and_only_real_changes_are_told(town, seed):
    dice = random.Random(seed)
    for number in range(6):
        for _ in range(dice.randint(1, 2)):
            dice.choice(EDITS)(town, dice, number)
        before, after = edited(town, now=f"2026-01-05T1{number}:00")
        assert before.keys() <= after.keys()
        for uid in before:
            assert after[uid].sequence - before[uid].sequence == (before[uid].essence != after[uid].essence)
            assert (before[uid] == after[uid]) is (before[uid].seen == after[uid].seen)
        records = [known.uid for known in town.ledger.sessions]
        assert len(set(records)) == len(records)
        assert not any(known.withdrawn for known in town.ledger.sessions)


def field(site, path, name, value):
    """Give a field of front matter a value, or another one."""
    lines = [each for each in site.path(path).read_text("utf-8").splitlines() if each != "---" and not each.startswith(f"{name}:")]
    site.write(path, "\n".join([*lines, f"{name}: {value}"]))


def one(site, dice):
    return f"events/{dice.choice(sorted(path.name for path in site.path('events/x').parent.iterdir()))}"


def series(site):
    return next(f"events/{path.name}" for path in site.path("events/x").parent.iterdir() if "repeat" in path.read_text("utf-8"))


def _rename(site, dice, number):
    path, name = one(site, dice), f"events/name-{number}-{dice.randrange(1000)}.md"
    site.rename(path, name)
    field(site, name, "aliases", f"[{path.removeprefix('events/').removesuffix('.md')}]")


EDITS = (
    _rename,
    lambda site, dice, number: field(site, one(site, dice), "title", f"Title {number}"),
    lambda site, dice, _: field(site, one(site, dice), "venue", dice.choice(("cowork", "park"))),
    lambda site, dice, _: field(site, one(site, dice), "tags", f"[t{dice.randrange(3)}]"),
    lambda site, dice, _: field(site, series(site), "start", f"2026-01-{dice.randint(6, 9):02} 18:00"),
    lambda site, dice, _: field(site, series(site), "end", dice.choice(("18:45", "19:00"))),
    lambda site, dice, _: field(site, one(site, dice), "status", dice.choice(("scheduled", "cancelled", "postponed"))),
    lambda site, _, number: field(site, "venues/park.md", "address", f"{number} Park Street"),
)


def test_what_was_published_twice_under_one_date_is_told_apart(town):
    """A ledger from elsewhere may say so; the build still gives each session one identity."""
    known = town.ledger
    twin = replace(known.sessions[0], uid="twin@example.org", withdrawn=True)
    prepared = town.prepare(LATER, previous=replace(known, sessions=(*known.sessions, twin)))
    assert prepared.diagnostics == ()
    assert {session.identity.uid for session in prepared.edition.site.sessions} == {each.uid for each in known.sessions}


FOREIGN = "uid: abc@google.com\nsequence: 3"


def test_the_uid_of_another_calendar_is_kept_to_the_letter_with_its_sequence(town):
    town.write("events/fair.md", f"title: Fair\nstart: 2026-02-14 10:00\nend: 12:00\nvenue: park\n{FOREIGN}").build()
    assert followed(town)["abc@google.com"].sequence == 3


def test_a_series_keeps_it_for_its_rule_and_derives_that_of_each_session(town):
    town.write("events/bend.md", STRETCH.replace("Stretch", "Bend") + "uid: 0400-NO-AT\nsequence: 3").build()
    assert {uid for uid in followed(town) if "0400" in uid} == {f"0400-NO-AT-2026-01-{day:02}" for day in (6, 13, 20, 27)}
    assert "UID:0400-NO-AT\nSEQUENCE:3\n" in town.read("events/bend/series.ics").replace("\r", "")


def test_from_then_on_changes_are_counted_from_there(town):
    town.write("events/fair.md", f"title: Fair\nstart: 2026-02-14 10:00\nend: 12:00\nvenue: park\n{FOREIGN}").build()
    line(town, "events/fair.md", "10:00", "09:00")
    town.rename("events/fair.md", "events/spring-fair.md")
    _, after = edited(town)
    assert after["abc@google.com"].sequence == 4


def test_an_event_that_was_published_under_that_name_is_known_by_it_alone(town):
    town.write("events/fair.md", f"title: Fair\nstart: 2026-02-14 10:00\nend: 12:00\nvenue: park\n{FOREIGN}").build()
    town.remove("events/fair.md").write("events/feast.md", f"title: Feast\nstart: 2026-05-01 18:00\nend: 20:00\nvenue: cowork\n{FOREIGN}")
    before, after = edited(town)
    assert before.keys() == after.keys()


def test_a_uid_is_given_to_one_event_only(town):
    for name in ("one", "two"):
        town.write(f"events/{name}.md", f"title: Fair\nstart: 2026-02-14 10:00\nend: 12:00\nvenue: park\n{FOREIGN}")
    prepared = town.prepare()
    assert "E641" in {diagnostic.code for diagnostic in prepared.diagnostics}
    uids = [session.identity.uid for session in prepared.edition.site.sessions]
    assert len(set(uids)) == len(uids)
