"""Changes in plain words: what an editor reads before she publishes."""

import pytest

from mcsite.ledger.changes import changes
from mcsite.ledger.telling import short, summary, told

LATER = "2026-01-05T10:30"
STRETCH = "title: Stretch\nvenue: cowork\nstart: 2026-03-03 18:00\nend: 18:45\nrepeat: weekly\ntimes: 6\n"
SWAP = "title: Swap\nvenue: cowork\nstart: 2026-02-07 10:00\nend: 12:00\n"
ALL = "6 sessions, Tuesdays 3 Mar – 7 Apr 2026"


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay").write("venues/park.md", "title: Park\naddress: The Park")
    site.write("events/stretch.md", STRETCH).write("events/swap.md", SWAP)
    assert site.build().codes == []
    return site


def lines(site, now=LATER):
    """Every line as it is read: under which heading, of which event, and what."""
    edition = site.prepare(now).edition
    sections = told(changes(edition), edition)
    return [
        f"{section.heading} | {passage.title} | {line.label} | {line.text}" for section in sections for passage in section.passages for line in passage.lines
    ]


def line(site, now=LATER):
    """The only line, without its heading and event."""
    (found,) = lines(site, now)
    return found.split(" | ", 2)[2]


def in_short(site, now=LATER):
    return summary(changes(site.prepare(now).edition))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026-02-07 10:00", "2026-02-08 11:00", "moved | Saturday 7 February 2026, 10:00–12:00 → Sunday 8 February 2026, 11:00–12:00"),
        ("end: 12:00", "end: 12:30", "other end | Saturday 7 February 2026: 10:00–12:00 → 10:00–12:30"),
        ("venue: cowork", "venue: park", "other place | Saturday 7 February 2026, 10:00–12:00: Cowork, 1 Quay → Park, The Park"),
        ("venue: cowork\n", "", "other place | Saturday 7 February 2026, 10:00–12:00: Cowork, 1 Quay → no place"),
        ("title: Swap", "title: Swop", "other title | Saturday 7 February 2026: 'Swap' → 'Swop'"),
        ("title: Swap", "title: Swap\nstatus: cancelled", "cancelled | Saturday 7 February 2026, 10:00–12:00"),
        ("title: Swap", "title: Swap\nstatus: postponed", "postponed | Saturday 7 February 2026, 10:00–12:00"),
        ("title: Swap", "title: Swap\ntags: [books]", "other tags | Saturday 7 February 2026: no tags → books"),
        ("title: Swap", "title: Swap\nprices: free", "other price | Saturday 7 February 2026: no price → free"),
        ("title: Swap", "title: Swap\nkind: circle\nsummary: Swap books.", "other kind | Saturday 7 February 2026: Event → Circle"),
        ("title: Swap", "title: Swap\nsummary: Swap books.", "other details | Saturday 7 February 2026"),
        (
            "venue: cowork\nstart: 2026-02-07 10:00",
            "venue: park\nstart: 2026-02-07 11:00",
            "moved | Saturday 7 February 2026: 10:00–12:00 → 11:00–12:00; other place: Cowork, 1 Quay → Park, The Park",
        ),
    ],
)
def test_one_edit_is_one_line(town, old, new, expected):
    assert old in SWAP
    assert line(town.write("events/swap.md", SWAP.replace(old, new))) == expected


def test_the_same_change_of_a_whole_series_is_one_line_over_daylight_saving_too(town):
    town.write("events/stretch.md", STRETCH.replace("18:00", "18:30").replace("18:45", "19:15"))
    assert line(town) == f"moved | {ALL}: 18:00–18:45 → 18:30–19:15"
    assert in_short(town) == "6 moved"


def test_a_series_that_goes_to_another_weekday_says_both(town):
    town.write("events/stretch.md", STRETCH.replace("2026-03-03", "2026-03-05"))
    assert line(town) == f"moved | {ALL}, 18:00–18:45 → Thursdays 5 Mar – 9 Apr 2026, 18:00–18:45"


def test_what_differs_from_the_others_has_a_line_of_its_own(town):
    town.write("events/stretch.md", f"{STRETCH}cancelled: {{2026-03-10: clinic closed}}\nmoved: {{2026-03-17: 2026-03-18 19:00}}\n")
    assert lines(town) == [
        "Whether, when and where | Stretch | cancelled | Tuesday 10 March 2026, 18:00–18:45 (clinic closed)",
        "Whether, when and where | Stretch | moved | Tuesday 17 March 2026, 18:00–18:45 → Wednesday 18 March 2026, 19:00–19:45",
    ]


def test_what_is_called_off_and_shifted_along_is_still_called_off(town):
    town.write("events/stretch.md", f"{STRETCH}cancelled: {{2026-03-10: clinic closed}}\n").build(LATER)
    town.write("events/stretch.md", f"{STRETCH.replace('18:45', '19:00')}cancelled: {{2026-03-10: clinic closed}}\n")
    assert lines(town) == [
        "Whether, when and where | Stretch | other end | 5 sessions, Tuesdays 3 Mar – 7 Apr 2026: 18:00–18:45 → 18:00–19:00",
        "Whether, when and where | Stretch | other end | Tuesday 10 March 2026: 18:00–18:45 → 18:00–19:00 (still cancelled)",
    ]


def test_new_sessions_say_where_and_whether_they_take_place(town):
    town.write("events/extra.md", f"{STRETCH.replace('Stretch', 'Extra')}cancelled: {{2026-03-10: clinic closed}}\n")
    assert lines(town) == [
        "Whether, when and where | Extra | new | 5 sessions, Tuesdays 3 Mar – 7 Apr 2026, 18:00–18:45: Cowork, 1 Quay",
        "Whether, when and where | Extra | new | Tuesday 10 March 2026, 18:00–18:45 (cancelled: clinic closed): Cowork, 1 Quay",
    ]


def test_words_stand_apart_from_times(town):
    town.write("events/stretch.md", f"{STRETCH}summary: Loosen up.\nchanged: {{2026-03-10: {{end: '19:00'}}}}\n")
    assert lines(town) == [
        "Whether, when and where | Stretch | other end | Tuesday 10 March 2026: 18:00–18:45 → 18:00–19:00",
        "Only words and details | Stretch | other details | 5 sessions, Tuesdays 3 Mar – 7 Apr 2026",
    ]
    assert in_short(town) == "1 with another end, 5 with other words or details"


def test_a_session_with_a_title_of_its_own_is_called_by_it(town):
    town.write("events/stretch.md", f"{STRETCH}changed: {{2026-03-10: {{title: Guest evening}}}}\n").build(LATER)
    town.write("events/stretch.md", f"{STRETCH}changed: {{2026-03-10: {{title: Guest evening, venue: park}}}}\n")
    assert line(town) == "other place | 'Guest evening', Tuesday 10 March 2026, 18:00–18:45: Cowork, 1 Quay → Park, The Park"


def test_a_renamed_file_is_told_by_its_page(town):
    town.rename("events/stretch.md", "events/bend.md")
    assert line(town) == f"renamed | {ALL}: events/stretch/ → events/bend/, and the old address leads there"
    assert in_short(town) == "6 on a renamed page"


def test_a_file_that_was_renamed_and_rewritten_says_both(town):
    town.remove("events/swap.md").write("events/exchange.md", f"{SWAP.replace('10:00', '10:30')}aliases: [swap]\n")
    assert line(town) == (
        "moved | Saturday 7 February 2026: 10:00–12:00 → 10:30–12:00; renamed: events/swap/ → events/exchange/, and the old address leads there"
    )


def test_what_is_gone_comes_first_and_what_is_past_last(town):
    town.remove("events/swap.md").write("events/stretch.md", STRETCH.replace("title: Stretch", "title: Bend"))
    assert lines(town, "2026-02-06T09:00")[0] == "Gone without a word | Swap | gone | Saturday 7 February 2026, 10:00–12:00"
    assert lines(town, "2026-03-12T09:00") == [
        "Only words and details | Bend | other title | 4 sessions, Tuesdays 17 Mar – 7 Apr 2026: 'Stretch' → 'Bend'",
        "Past sessions | Bend | other title | 2 sessions, Tuesday 3 March 2026 and Tuesday 10 March 2026: 'Stretch' → 'Bend'",
    ]
    assert in_short(town, "2026-03-12T09:00") == "4 with another title; 2 past ones changed"


def test_what_was_never_meant_is_taken_back(town):
    town.remove("events/swap.md").settings("withdrawn: [events/swap/]")
    assert line(town) == "taken back | Saturday 7 February 2026, 10:00–12:00"


def test_without_changes_there_is_nothing_to_say(town):
    assert (lines(town), in_short(town)) == ([], "")


def test_long_words_of_others_are_cut():
    assert short("x" * 500) == "x" * 119 + "…"
    assert short("Stretch") == "Stretch"
