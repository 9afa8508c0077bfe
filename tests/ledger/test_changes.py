"""What followers will see change: every session whose entry changes, and no other, by what became of it."""

import json
import random

import edits
import pytest
from town import found_town

from mcsite.ledger.changes import Kind, changes, is_first
from mcsite.ledger.document import write
from mcsite.model.ledger import EMPTY

LATER = "2026-01-05T10:30"
PLACE = "venue: cowork"
STRETCH = f"title: Stretch\n{PLACE}\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 4\n"
SWAP = f"title: Swap\n{PLACE}\nstart: 2026-02-07 10:00\nend: 12:00\n"
TUESDAYS = ("2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27")
LOUD = frozenset({Kind.CANCELLED, Kind.POSTPONED, Kind.REINSTATED, Kind.MOVED, Kind.ENDS, Kind.PLACE})
"""For which a follower's calendar is told by SEQUENCE to look again."""


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay").write("venues/park.md", "title: Park\naddress: The Park")
    site.write("people/ana.md", "title: Ana")
    site.write("events/stretch.md", STRETCH).write("events/swap.md", SWAP)
    assert site.build().codes == []
    return site


def found(site, now=LATER, *, drafts=False):
    """The changes by the last part of the UID: ``swap``, or ``2026-01-06`` of a session of the series."""
    by_uid = {change.known.uid: change for change in changes(site.prepare(now, drafts=drafts).edition)}
    return {uid.partition("@")[0].removeprefix("stretch-"): change for uid, change in by_uid.items()}


def kinds(site, now=LATER):
    return {name: [*change.kinds] for name, change in found(site, now).items()}


def swap(site, **lines):
    """Write the one-off with other lines."""
    known = {"title": "Swap", "venue": "cowork", "start": "2026-02-07 10:00", "end": "12:00", **lines}
    return site.write("events/swap.md", "\n".join(f"{key}: {value}" for key, value in known.items()))


def test_without_an_edit_nothing_changes(town):
    assert found(town) == {}
    assert found(town, "2026-01-20T09:00") == {}


def test_at_a_first_publication_everything_is_new(town):
    edition = town.prepare(previous=EMPTY).edition
    assert is_first(edition)
    assert not is_first(town.prepare().edition)
    assert {change.kinds for change in changes(edition)} == {(Kind.NEW,)}
    assert len(changes(edition)) == 5


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"start": "2026-02-07 11:00", "end": "13:00"}, [Kind.MOVED]),
        ({"start": "2026-02-07 11:00"}, [Kind.MOVED]),
        ({"start": "2026-02-14 10:00"}, [Kind.MOVED]),
        ({"end": "13:00"}, [Kind.ENDS]),
        ({"start": "2026-02-07", "end": "2026-02-08"}, [Kind.MOVED]),
        ({"venue": "park"}, [Kind.PLACE]),
        ({"venue": "''", "online": "https://meet.example/"}, [Kind.PLACE]),
        ({"status": "cancelled"}, [Kind.CANCELLED]),
        ({"status": "postponed"}, [Kind.POSTPONED]),
        ({"title": "Swop"}, [Kind.TITLE]),
        ({"summary": "Bring a book."}, [Kind.WORDS]),
        ({"prices": "free"}, [Kind.PRICE]),
        ({"timezone": "Europe/Lisbon"}, [Kind.WORDS]),
        ({"timezone": "Europe/Paris"}, [Kind.MOVED]),
        ({"start": "2026-02-14 10:00", "venue": "park", "title": "Swop", "status": "cancelled"}, [Kind.CANCELLED, Kind.MOVED, Kind.PLACE, Kind.TITLE]),
        ({"hosts": "[ana]"}, [Kind.HOSTS]),
        ({"online": "https://meet.example/"}, [Kind.ONLINE]),
        ({"kind": "circle"}, [Kind.KIND]),
        ({"tags": "[books]", "kind": "circle", "summary": "Bring a book."}, [Kind.KIND, Kind.TAGS]),
        ({"title": "Swop", "summary": "Bring a book."}, [Kind.TITLE]),
    ],
)
def test_what_became_of_a_session_is_told_apart(town, lines, expected):
    assert kinds(swap(town, **lines)) == {"swap": expected}


def test_what_was_called_off_can_be_on_again(town):
    swap(town, status="cancelled").build(LATER)
    assert kinds(swap(town)) == {"swap": [Kind.REINSTATED]}
    assert kinds(swap(town, status="postponed")) == {"swap": [Kind.POSTPONED]}


def test_the_whole_days_of_an_event_are_compared_as_days(town):
    swap(town, start="2026-02-07", end="2026-02-07").build(LATER)
    assert kinds(swap(town, start="2026-02-07", end="2026-02-08")) == {"swap": [Kind.ENDS]}
    assert kinds(swap(town, start="2026-02-06", end="2026-02-07")) == {"swap": [Kind.MOVED]}


def test_a_changed_body_is_no_more_than_words(town):
    town.write("events/stretch.md", f"---\n{STRETCH}---\nCome as you are.\n")
    assert kinds(town) == {key: [Kind.WORDS] for key in TUESDAYS}


def test_exceptions_of_a_series_concern_their_session_alone(town):
    town.write("events/stretch.md", f"{STRETCH}cancelled: {{2026-01-13: clinic closed}}\nmoved: {{2026-01-20: 2026-01-21 19:00}}\n")
    assert kinds(town) == {"2026-01-13": [Kind.CANCELLED], "2026-01-20": [Kind.MOVED]}
    assert found(town)["2026-01-13"].reason == "clinic closed"


def test_a_series_that_is_shifted_is_moved_and_not_new(town):
    town.write("events/stretch.md", STRETCH.replace("2026-01-06 18:00", "2026-01-07 19:00").replace("18:45", "19:45"))
    assert set(map(tuple, kinds(town).values())) == {(Kind.MOVED,)}
    assert len(kinds(town)) == 4


def test_a_series_that_goes_on_has_new_sessions_and_other_numbers(town):
    town.write("events/stretch.md", STRETCH.replace("times: 4", "times: 5"))
    assert kinds(town) == {"2026-02-03": [Kind.NEW], **{key: [Kind.WORDS] for key in TUESDAYS}}


def test_a_later_confirmed_until_adds_sessions_and_changes_none(town):
    town.write("events/open.md", STRETCH.replace("Stretch", "Open").replace("times: 4", "confirmed_until: 2026-02-01")).build(LATER)
    town.write("events/open.md", STRETCH.replace("Stretch", "Open").replace("times: 4", "confirmed_until: 2026-02-15"))
    assert kinds(town) == {"open-2026-02-03": [Kind.NEW], "open-2026-02-10": [Kind.NEW]}


def test_a_renamed_file_is_another_address_and_nothing_else(town):
    town.rename("events/stretch.md", "events/bend.md").rename("events/swap.md", "events/exchange.md")
    assert set(map(tuple, kinds(town).values())) == {(Kind.ADDRESS,)}
    assert len(kinds(town)) == 5


def test_words_that_change_along_with_the_name_are_noticed(town):
    town.remove("events/swap.md").write("events/exchange.md", f"{SWAP}summary: Bring a book.")
    assert kinds(town) == {"swap": [Kind.WORDS, Kind.ADDRESS]}


def test_a_second_session_on_a_day_gives_the_first_another_address(town):
    town.write("events/stretch.md", f"{STRETCH}extra: [2026-01-13 20:00]\n")
    assert kinds(town)["2026-01-13"] == [Kind.WORDS, Kind.ADDRESS], "it has another number of sessions, too"
    assert kinds(town)["2026-01-13-2000"] == [Kind.NEW]


def test_names_that_only_mcsite_knows_are_no_change(town):
    town.write("events/swap.md", f"{SWAP}id: exchange\n")
    assert {known.series for known in town.prepare().edition.ledger.sessions} >= {"exchange@example.org"}
    assert kinds(town) == {}


def test_what_has_gone_is_gone_until_somebody_answers(town):
    town.remove("events/swap.md")
    gone = found(town)["swap"]
    assert (gone.kinds, gone.known.title, gone.after) == ((Kind.GONE,), "Swap", None)
    town.settings("withdrawn: [events/swap/]")
    assert kinds(town) == {"swap": [Kind.WITHDRAWN]}
    assert town.build(LATER).codes == []
    assert kinds(town) == {}
    town.write("site.md", town.path("site.md").read_text().replace("withdrawn: [events/swap/]\n", "")).write("events/swap.md", SWAP)
    assert kinds(town) == {"swap": [Kind.NEW]}


def test_of_a_file_that_cannot_be_read_nothing_is_said(town):
    town.write("events/swap.md", "title: Swap\nstart: soon")
    assert found(town) == {}
    town.remove("events/stretch.md")
    assert found(town) == {}, "the file that cannot be read may be the one that is missing"


def test_what_is_held_back_now_is_gone(town):
    assert kinds(swap(town, draft="yes")) == {"swap": [Kind.GONE]}


def test_past_sessions_are_known_as_such(town):
    town.write("events/stretch.md", STRETCH.replace("title: Stretch", "title: Bend"))
    past = {name: change.over for name, change in found(town, "2026-01-13T19:00").items()}
    assert past == {"2026-01-06": True, "2026-01-13": True, "2026-01-20": False, "2026-01-27": False}
    town.remove("events/stretch.md")
    assert found(town, "2026-02-01T09:00") == {}


def test_a_coming_session_that_is_moved_into_the_past_is_not_past(town):
    assert not found(swap(town, start="2026-01-04 10:00"))["swap"].over


def test_drafts_are_told_only_when_they_are_asked_for_and_as_drafts(town):
    town.write("events/draft.md", SWAP.replace("Swap", "Draft") + "draft: yes\n")
    assert found(town) == {}
    drafted = found(town, drafts=True)["draft"]
    assert (drafted.kinds, drafted.draft, drafted.known.title) == ((Kind.NEW,), True, "Draft")


def test_changes_come_in_order_of_time(town):
    town.write("events/early.md", SWAP.replace("Swap", "Early").replace("2026-02-07", "2026-01-10"))
    swap(town, title="Swop").write("events/stretch.md", STRETCH.replace("title: Stretch", "title: Bend"))
    starts = [change.known.when.begins for change in changes(town.prepare(LATER).edition)]
    assert starts == sorted(starts)
    assert len(starts) == 6


def lines(ledger):
    """What ``ledger.json`` says of each session, but for the names by which only mcsite knows it."""
    sessions = json.loads(write(ledger))["sessions"]
    return {known["uid"]: {name: value for name, value in known.items() if name not in {"series", "slug", "key"}} for known in sessions}


def shift_the_pop_up(editor):
    return editor.line("events/pop-up.md", "start", f"2026-01-08 {editor.dice.randint(10, 17)}:00")


def lengthen_the_pop_up(editor):
    return editor.line("events/pop-up.md", "end", f"{editor.dice.randint(18, 22)}:30")


def take_an_event_back(editor):
    """As often as one likes: the list grows."""
    if not editor.added:
        return edits.add_an_event(editor)
    path = editor.added.pop()
    editor.site.remove(path)
    if "withdrawn:" not in editor.site.path("site.md").read_text("utf-8"):
        editor.site.settings("withdrawn: []")
    return editor.replace("site.md", "withdrawn: [", f"withdrawn: [{path.removesuffix('.md')}/, ")


DEEDS = (
    edits.write_a_sentence, edits.retitle, edits.add_an_event, take_an_event_back, edits.rename_an_event, edits.move_a_venue, edits.move_the_site,
    edits.cancel_a_session, shift_the_pop_up, lengthen_the_pop_up,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_there_is_a_change_exactly_where_the_ledger_says_something_else(site, seed):
    editor = edits.Editor(found_town(site), random.Random(seed))
    previous = site.prepare().edition.ledger
    for hour in range(10, 22):
        for _ in range(editor.dice.randrange(3)):
            deed = editor.dice.choice(DEEDS)
            editor.done.append(f"{deed.__name__}: {deed(editor)}")
        prepared = site.prepare(f"2026-01-07T{hour}:00", previous=previous)
        assert not prepared.broken, (prepared.diagnostics, editor.done)
        told = {change.known.uid: change for change in changes(prepared.edition)}
        before, after = lines(previous), lines(prepared.edition.ledger)
        assert told.keys() == {uid for uid in after if before.get(uid) != after[uid]}, editor.done
        for uid in told.keys() & before.keys():
            rose = after[uid]["sequence"] - before[uid]["sequence"]
            assert rose == bool(LOUD & set(told[uid].kinds)), (told[uid], editor.done)
        previous = prepared.edition.ledger
