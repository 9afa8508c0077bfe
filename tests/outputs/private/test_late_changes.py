"""Stories of late changes: a session of tonight is changed this morning, and its people are told."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from story import tree

FIRST = "2026-01-05T09:00"
TODAY = "2026-01-06T09:00"
KIT = {"door-notice.html", "email.eml", "email.txt", "text-message.txt"}
TONIGHT = "stretch-2026-01-06"
BANNERED = ("index.html", "calendar/index.html", "events/stretch/index.html", "events/stretch/2026-01-06/index.html")
STRETCH = """\
title: Stretch
venue: cowork
hosts: [ana]
start: 2026-01-06 18:00
end: 18:45
repeat: weekly
times: 4
signup: https://forms.example/stretch
"""


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay").write("venues/park.md", "title: Park\naddress: The Park")
    site.settings("organiser: {name: 'Ada, of the Quay', email: ada@example.org, phone: '01632 960417'}")
    site.write("people/ana.md", "title: Ana").write("people/bo.md", "title: Bo")
    site.write("events/stretch.md", STRETCH)
    assert site.build(FIRST).codes == []
    return site


def edit(site, old, new, path="events/stretch.md"):
    text = site.path(path).read_text("utf-8")
    assert old in text
    site.write(path, text.replace(old, new, 1))
    return site


def call_off(site):
    return edit(site, "times: 4", "times: 4\ncancelled: {2026-01-06: the heating failed}")


def built(site, now=TODAY, **options):
    outcome = site.build(now, **options)
    assert outcome.codes == []
    return outcome


def private(site):
    """Everything that is private and about late changes."""
    folder = site.output / "private"
    return {path: data for path, data in tree(folder).items() if path.startswith("late/")} if folder.is_dir() else {}


def kit(site, folder=TONIGHT):
    """The files of a kit by name; empty when there is none."""
    return {path.removeprefix(f"late/{folder}/"): data for path, data in private(site).items() if path.startswith(f"late/{folder}/")}


def words_of(site, name, folder=TONIGHT):
    return kit(site, folder)[name].decode()


def banner(site, path="index.html"):
    """The words of the banner of a page; empty when there is none."""
    found = re.search(r'<section class="late".*?</section>', site.read(path), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def test_a_session_that_is_called_off_today_is_told_everywhere(town):
    built(call_off(town))
    assert kit(town).keys() == KIT
    for page in BANNERED:
        assert re.search(
            r"Changed at short notice Cancelled ?: Stretch It was Tuesday 6 January 2026, 18:00–18:45 Now It does not take place", banner(town, page)
        )
    assert not banner(town, "events/stretch/2026-01-13/index.html")


def test_the_next_build_writes_nothing(town):
    built(call_off(town))
    outcome = built(town, "2026-01-06T10:30")
    assert outcome.report.written == outcome.report.removed == ()


def test_a_change_of_words_leaves_the_kit_as_it_is(town):
    built(call_off(town))
    before = kit(town)
    built(edit(town, "title: Stretch", "title: Stretch\nsummary: Bend and breathe."), "2026-01-06T11:00")
    assert kit(town) == before
    assert town.ledger.sessions[0].modified.hour == 11


def test_a_night_later_all_of_it_is_gone(town):
    built(call_off(town))
    built(town, "2026-01-06T18:44")
    assert kit(town)
    built(town, "2026-01-06T18:45")
    assert private(town) == {}
    assert not any(banner(town, page) for page in BANNERED)
    assert all(not known.earlier for known in town.ledger.sessions)


def test_a_machine_without_memory_tells_the_same(town, tmp_path):
    built(call_off(town))
    other = type(town)(tmp_path / "elsewhere").copy_of(town.root)
    other.build("2026-01-06T12:00", previous=town.ledger)
    assert other.files() == town.files()
    assert private(other) == private(town)


def test_a_change_in_time_needs_no_kit(town):
    built(call_off(town), "2026-01-05T17:59")
    assert private(town) == {}
    assert not banner(town)
    built(town, TODAY)
    assert private(town) == {}


def test_the_window_begins_exactly_so_many_hours_before(town):
    built(call_off(town), "2026-01-05T18:00")
    assert kit(town)


def test_a_longer_window_can_be_asked_for_even_afterwards(town):
    built(call_off(town), "2026-01-05T10:00")
    assert not kit(town)
    built(town.settings("late_change_hours: 48"), "2026-01-05T11:00")
    assert kit(town)
    assert banner(town)


def test_none_can_be_asked_for(town):
    built(call_off(town.settings("late_change_hours: 0")))
    assert private(town) == {}
    assert not banner(town)


def test_a_session_that_is_announced_late_is_no_change(town):
    built(town.write("events/walk.md", "title: Walk\nvenue: park\nstart: 2026-01-06 15:00\nend: 16:00"))
    assert private(town) == {}


def test_who_was_told_that_it_is_off_is_told_that_it_takes_place_after_all(town):
    built(call_off(town))
    built(edit(town, "cancelled: {2026-01-06: the heating failed}\n", ""), "2026-01-06T12:00")
    assert "Takes place after all : Stretch It was Cancelled Now Tuesday 6 January 2026, 18:00–18:45" in banner(town)
    assert words_of(town, "text-message.txt").startswith("Takes place after all: Stretch, Tue 6 Jan 18:00, Cowork. It was cancelled.")


CHANGES = {
    "later": ("moved: {2026-01-06: 2026-01-06 19:00}", "Begins later: Stretch. Was Tue 6 Jan 18:00, now Tue 6 Jan 19:00."),
    "earlier": ("moved: {2026-01-06: 2026-01-06 17:00}", "Begins earlier: Stretch. Was Tue 6 Jan 18:00, now Tue 6 Jan 17:00."),
    "tomorrow": ("moved: {2026-01-06: 2026-01-07 18:00}", "On another day: Stretch. Was Tue 6 Jan 18:00, now Wed 7 Jan 18:00."),
    "next week": ("moved: {2026-01-06: 2026-01-15 18:00}", "On another day: Stretch. Was Tue 6 Jan 18:00, now Thu 15 Jan 18:00."),
    "lengthened": ("changed: {2026-01-06: {end: '19:30'}}", "Ends later: Stretch. Was Tue 6 Jan 18:00-18:45, now Tue 6 Jan 18:00-19:30."),
    "shortened": ("changed: {2026-01-06: {end: '18:30'}}", "Ends earlier: Stretch. Was Tue 6 Jan 18:00-18:45, now Tue 6 Jan 18:00-18:30."),
    "elsewhere": ("changed: {2026-01-06: {venue: park}}", "In another place: Stretch, Tue 6 Jan 18:00. Was: Cowork. Now: Park."),
    "led by another": ("changed: {2026-01-06: {hosts: [bo]}}", "Led by somebody else: Stretch, Tue 6 Jan 18:00. Was: Ana. Now: Bo."),
    "with a note": ("changed: {2026-01-06: {note: Bring a mat}}", "Has a new note: Stretch, Tue 6 Jan 18:00. Bring a mat."),
    "online, too": (
        "changed: {2026-01-06: {online: 'https://meet.example/'}}",
        "Can be joined online, too: Stretch, Tue 6 Jan 18:00, https://meet.example/.",
    ),
    "later and elsewhere": (
        "moved: {2026-01-06: 2026-01-06 19:00}\nchanged: {2026-01-06: {venue: park}}",
        "Begins later, in another place: Stretch. Was Tue 6 Jan 18:00, now Tue 6 Jan 19:00, Park.",
    ),
}


@pytest.mark.parametrize(("line", "message"), CHANGES.values(), ids=CHANGES.keys())
def test_each_sort_of_change_says_the_old_and_the_new(town, line, message):
    built(edit(town, "times: 4", f"times: 4\n{line}"))
    assert words_of(town, "text-message.txt") == f"{message} https://example.org/s/stretch/"
    label = message.partition(":")[0]
    assert f"{label} : Stretch" in banner(town)
    assert f"Subject: {label}: Stretch, Tuesday 6 January 2026\n" in words_of(town, "email.txt")
    assert f'<p class="label">{label}</p>' in words_of(town, "door-notice.html")


def test_another_title_of_tonight_is_told_and_a_corrected_one_of_the_event_is_not(town):
    built(edit(town, "title: Stretch", "title: Stretches"))
    assert private(town) == {}
    built(edit(town, "times: 4", "times: 4\nchanged: {2026-01-06: {title: Bend}}"), "2026-01-06T10:00")
    assert words_of(town, "text-message.txt").startswith("Has another title: Bend, Tue 6 Jan 18:00.")
    assert "It was Tuesday 6 January 2026, 18:00–18:45, Stretches Now Tuesday 6 January 2026, 18:00–18:45 , Bend" in banner(town)
    built(edit(town, "\nchanged: {2026-01-06: {title: Bend}}", ""), "2026-01-06T11:00")
    assert words_of(town, "text-message.txt").startswith("Has another title: Stretches, Tue 6 Jan 18:00.")


def test_a_person_whose_name_is_corrected_is_nobody_else(town):
    built(town.write("people/ana.md", "title: Ana Reid"))
    assert private(town) == {}


def test_a_note_that_is_taken_away_is_told_as_well(town):
    built(edit(town, "times: 4", "times: 4\nchanged: {2026-01-06: {note: Bring a mat}}"), "2026-01-05T10:00")
    assert private(town) == {}
    built(edit(town, "\nchanged: {2026-01-06: {note: Bring a mat}}", ""))
    assert "Has no note any more : Stretch When Tuesday 6 January 2026, 18:00–18:45 No longer Bring a mat" in banner(town)
    assert "When: Tuesday 6 January 2026, 18:00–18:45\n\nNo longer: Bring a mat\n" in words_of(town, "email.txt")


def take_back(site):
    """Skip tonight, and say that it was never meant."""
    edit(site, "times: 4", "times: 3\nskip: [2026-01-06]")
    return site.settings("withdrawn: [events/stretch/2026-01-06/]")


def test_a_session_that_is_taken_back_hours_before_is_told_as_well(town):
    built(take_back(town))
    assert kit(town).keys() == KIT
    for page in ("index.html", "calendar/index.html", "events/stretch/index.html"):
        said = banner(town, page)
        assert "Does not take place : Stretch It was Tuesday 6 January 2026, 18:00–18:45 Now It does not take place. The next one is on" in said
    assert "stretch-2026-01-06@" not in town.read("index.html"), "it is in no calendar any more"
    assert words_of(town, "text-message.txt") == "Does not take place: Stretch, Tue 6 Jan 18:00. Next: Tue 13 Jan 18:00. https://example.org/s/stretch/"
    assert "Stretch does not take place." in words_of(town, "email.txt")
    built(town, "2026-01-06T18:45")
    assert private(town) == {}


def test_an_event_that_is_taken_back_whole_hours_before_is_told_as_well(town):
    town.path("events/stretch.md").unlink()
    built(town.settings("withdrawn: [events/stretch/]"))
    assert words_of(town, "text-message.txt") == "Does not take place: Stretch, Tue 6 Jan 18:00."
    assert "Now It does not take place. See what else is on ." in banner(town)
    assert list(kit(town, "stretch-2026-01-13")) == [], "in a week is not at short notice"


def test_what_was_taken_back_by_mistake_takes_place_after_all(town):
    built(take_back(town))
    built(edit(town, "times: 3\nskip: [2026-01-06]", "times: 4"), "2026-01-06T12:00")
    assert "Takes place after all : Stretch It was Cancelled Now Tuesday 6 January 2026, 18:00–18:45" in banner(town)


def test_an_event_that_is_postponed_is_told_of_the_session_tonight(town):
    built(edit(town, "times: 4", "times: 4\nstatus: postponed"))
    assert words_of(town, "text-message.txt") == "Postponed: Stretch, Tue 6 Jan 18:00. https://example.org/s/stretch/"
    assert "Postponed. A new date will be given here." in re.sub(r"<[^>]+>", "", town.read("events/stretch/index.html"))


def test_what_is_put_off_to_next_week_concerns_those_of_tonight_only_tonight(town):
    built(edit(town, "times: 4", "times: 4\nmoved: {2026-01-06: 2026-01-15 18:00}"))
    built(town, "2026-01-06T18:40")
    assert kit(town)
    built(town, "2026-01-06T18:50")
    assert not kit(town)


def test_what_is_brought_forward_to_tonight_is_told_tonight(town):
    built(edit(town, "times: 4", "times: 4\nmoved: {2026-01-13: 2026-01-06 20:00}"))
    assert "Was Tue 13 Jan 18:00, now Tue 6 Jan 20:00." in words_of(town, "text-message.txt", "stretch-2026-01-13")
    built(town, "2026-01-06T20:45")
    assert private(town) == {}


def test_the_kit_outlasts_a_second_change_that_comes_in_time(town):
    """Tonight is put off to tomorrow, and two hours later to next week: the first still concerns those who would come tonight."""
    built(edit(town, "times: 4", "times: 4\nmoved: {2026-01-06: 2026-01-07 18:00}"))
    built(edit(town, "2026-01-07 18:00", "2026-01-15 18:00"), "2026-01-06T11:00")
    assert "Was Tue 6 Jan 18:00, now Thu 15 Jan 18:00." in words_of(town, "text-message.txt")


def test_of_two_late_changes_the_last_is_told(town):
    built(edit(town, "times: 4", "times: 4\nmoved: {2026-01-06: 2026-01-06 19:00}"))
    built(edit(town, "2026-01-06 19:00", "2026-01-06 20:00"), "2026-01-06T11:00")
    assert "Was Tue 6 Jan 19:00, now Tue 6 Jan 20:00." in words_of(town, "text-message.txt")
    assert message_from_bytes(kit(town)["email.eml"], policy=default)["Date"].datetime.isoformat() == "2026-01-06T11:00:00+00:00"


def test_a_one_off_keeps_to_its_event_page(town):
    town.write("events/walk.md", "title: Walk\nvenue: park\nstart: 2026-01-06 15:00\nend: 16:00")
    built(town, "2026-01-05T10:00")
    built(edit(town, "2026-01-06 15:00", "2026-01-07 15:00", "events/walk.md"))
    assert "On another day : Walk It was Tuesday 6 January 2026, 15:00–16:00 Now Wednesday 7 January 2026, 15:00–16:00" in banner(
        town, "events/walk/index.html"
    )
    assert words_of(town, "text-message.txt", "walk-2026-01-07").endswith(" https://example.org/events/walk/")


def test_another_link_is_another_place(town):
    town.write("events/talk.md", "title: Talk\nonline: https://meet.example/one\nstart: 2026-01-06 20:00\nend: 21:00")
    built(town, "2026-01-05T10:00")
    built(edit(town, "/one", "/two", "events/talk.md"))
    message = "At another address online: Talk, Tue 6 Jan 20:00. Was: https://meet.example/one. Now: https://meet.example/two. https://example.org/events/talk/"
    assert words_of(town, "text-message.txt", "talk-2026-01-06") == message


def test_from_a_room_to_the_web(town):
    built(edit(town, "venue: cowork", "online: https://meet.example/one"))
    assert "Online instead : Stretch It was Tuesday 6 January 2026, 18:00–18:45, Cowork, 1 Quay Now" in banner(town)


def test_whole_days_are_late_before_their_midnight(town):
    town.write("events/camp.md", "title: Camp\nvenue: park\nstart: 2026-01-08\nend: 2026-01-09")
    built(town, "2026-01-05T10:00")
    built(edit(town, "2026-01-08", "2026-01-09", "events/camp.md"), "2026-01-07T00:00")
    assert words_of(town, "text-message.txt", "camp-2026-01-09") == (
        "On another day: Camp. Was Thu 8 Jan - Fri 9 Jan, now Fri 9 Jan. https://example.org/events/camp/"
    )


def test_hours_elsewhere_name_their_zone(town):
    town.write("events/talk.md", "title: Talk\nonline: https://meet.example/one\nstart: 2026-01-06 20:00\nend: 21:00\ntimezone: America/New_York")
    built(town, "2026-01-05T10:00")
    built(edit(town, "end: 21:00", "end: 22:00", "events/talk.md"), "2026-01-06T01:01")
    assert "Tuesday 6 January 2026, 20:00–21:00 (New York time)" in banner(town)
    built(town, "2026-01-07T02:59")
    assert kit(town, "talk-2026-01-06")
    built(town, "2026-01-07T03:00")
    assert not kit(town, "talk-2026-01-06")


@pytest.mark.parametrize(("now", "late"), [("2026-03-28T16:59", False), ("2026-03-28T17:00", True)])
def test_on_the_night_when_clocks_change_hours_are_those_that_pass(town, now, late):
    """From 17:00 to 18:00 of the next day the clock shows 25 hours, and 24 pass."""
    town.write("events/walk.md", "title: Walk\nvenue: park\nstart: 2026-03-29 18:00\nend: 19:00")
    built(town, "2026-01-05T10:00")
    built(edit(town, "venue: park", "venue: park\nstatus: cancelled", "events/walk.md"), now)
    assert bool(kit(town, "walk-2026-03-29")) is late


def test_the_draft_can_be_read_and_says_what_the_text_says(town):
    built(call_off(town))
    message = message_from_bytes(kit(town)["email.eml"], policy=default)
    assert message.defects == []
    assert (message["From"], message["X-Unsent"], message["To"], message["Bcc"]) == ('"Ada, of the Quay" <ada@example.org>', "1", None, None)
    head, body = words_of(town, "email.txt").split("\n\n", 1)
    assert head == f"Subject: {message['Subject']}"
    assert message.get_content().replace("\r\n", "\n") == body
    for part in (
        "18:00–18:45, Cowork, 1 Quay",
        "the heating failed",
        "The next one is on Tuesday 13 January 2026",
        "https://example.org/s/stretch/",
        "01632 960417",
    ):
        assert part in body


def test_an_arabic_title_comes_through(town):
    built(edit(town, "title: Stretch", "title: حلقة التمدد مساء الثلاثاء في الميناء القديم مع مجموعة صغيرة من الجيران والأصدقاء"), "2026-01-05T10:00")
    built(call_off(town))
    message = message_from_bytes(kit(town)["email.eml"], policy=default)
    assert message["Subject"] in words_of(town, "email.txt")
    text = words_of(town, "text-message.txt")
    assert len(text) <= 160
    assert text.startswith("Cancelled: حلقة التمدد")
    assert text.endswith(", Tue 6 Jan 18:00. Next: Tue 13 Jan 18:00. https://example.org/s/stretch/")


def test_the_kit_belongs_to_the_mails_and_the_banner_to_the_pages(town):
    built(call_off(town.settings("outputs: [pages, sessions, calendars]")))
    assert private(town) == {}
    assert banner(town)
    built(edit(town, "[pages, sessions, calendars]", "[mails, calendars]", "site.md"), "2026-01-06T10:00")
    assert words_of(town, "text-message.txt") == "Cancelled: Stretch, Tue 6 Jan 18:00. Next: Tue 13 Jan 18:00."


def test_nothing_of_the_kit_is_public(town):
    before = town.files().keys()
    built(call_off(town))
    assert town.files().keys() == before
    drafts = [line for data in kit(town).values() for line in data.decode().splitlines() if "tell anybody" in line or "X-Unsent" in line]
    assert drafts
    assert not any(line.encode() in data for line in drafts for data in town.files().values())


def test_the_door_notice_asks_nothing_of_anybody(town):
    built(call_off(town))
    assert not re.search(r"<(?:link|script|img|iframe)|url\(|@import|(?:src|href)=", words_of(town, "door-notice.html"))


def test_the_program_says_where_the_drafts_are(town):
    town.command("build", "--now", FIRST)
    call_off(town)
    said = town.command("build", "--now", TODAY).stderr
    assert f"changed at short notice, please tell people: {town.output / 'private' / 'late' / TONIGHT}" in said
