"""Nothing vanishes: whoever takes away what people have in their calendars is asked, and each answer that is proposed is one."""

import re

import pytest
from ledger.feeds import followed

from mcsite.ledger.vanished import answers

STRETCH = "title: Stretch\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 4\n"
LATER = "2026-01-05T10:30"
UID = "stretch-2026-01-20@example.org"


@pytest.fixture
def town(site):
    site.write("events/stretch.md", STRETCH)
    site.write("events/open.md", STRETCH.replace("Stretch", "Open").replace("times: 4", "confirmed_until: 2026-02-28"))
    site.write("events/once.md", "title: Once\nonline: https://meet.example/\nstart: 2026-02-07 10:00\nend: 12:00\n")
    assert site.build().codes == []
    return site


def asked(site, now=LATER):
    """The one question that stops the build."""
    before = site.files()
    outcome = site.build(now)
    assert outcome.report is None
    assert site.files() == before
    (question,) = outcome.diagnostics
    return question


def lines(question, word):
    """The lines that a question proposes for an answer: all that stand in quotes after its word."""
    part = next(part for part in question.help.split("\n") if part.startswith(word))
    return re.findall(r"'([a-z_]+: [^']+)'", part)


def answer(site, question, word):
    """Paste the lines of an answer."""
    for line in lines(question, word):
        name = line.partition(":")[0]
        path = site.path("site.md") if name == "withdrawn" else site.root / question.span.path
        kept = [each for each in path.read_text("utf-8").splitlines() if not each.startswith(f"{name}:")]
        path.write_text("\n".join([kept[0], line, *kept[1:]]) + "\n", "utf-8")


def shorten(site):
    site.write("events/stretch.md", STRETCH.replace("times: 4", "times: 2"))


def test_a_deleted_file_is_asked_for_by_name_and_days(town):
    town.remove("events/stretch.md")
    question = asked(town)
    assert (question.code, question.span.path) == ("E901", "content/events/stretch.md")
    assert "'Stretch'" in question.message
    assert "Tuesday 6 January 2026, Tuesday 13 January 2026, Tuesday 20 January 2026 and 1 more" in question.message


def test_a_deleted_file_may_have_been_renamed(town):
    town.remove("events/stretch.md")
    question = asked(town)
    town.write("events/bend.md", STRETCH.replace("Stretch", "Bend").replace("18:00", "17:30").replace("meet", "other"))
    before = followed(town)
    for line in lines(question, "renamed"):
        town.write("events/bend.md", f"{line}\n" + STRETCH.replace("Stretch", "Bend").replace("18:00", "17:30").replace("meet", "other"))
        prepared = town.prepare(LATER)
        assert prepared.diagnostics == ()
        assert {session.identity.uid for session in prepared.edition.site.sessions} == before.keys()


def test_a_deleted_file_may_be_called_off(town):
    town.remove("events/stretch.md")
    assert "'status: cancelled'" in asked(town).help
    town.write("events/stretch.md", f"{STRETCH}status: cancelled")
    assert town.build(LATER).codes == []
    assert followed(town)[UID]["STATUS"] == "CANCELLED"


def test_what_was_never_meant_is_let_go_and_its_page_says_so(town):
    town.remove("events/stretch.md")
    question = asked(town)
    answer(town, question, "never meant")
    assert town.build(LATER).codes == []
    assert UID not in followed(town)
    assert "announced by mistake" in town.read("events/stretch/2026-01-20/index.html")
    assert "announced by mistake" in town.read("events/stretch/index.html")
    assert town.path("site.md").read_text("utf-8").count("withdrawn") == 1


def test_who_is_let_go_once_is_not_asked_for_again(town):
    settings = town.path("site.md").read_text("utf-8")
    town.remove("events/stretch.md").settings("withdrawn: [events/stretch/]").build(LATER)
    town.write("site.md", settings)
    assert town.build(LATER).codes == []
    town.write("events/stretch.md", STRETCH)
    assert town.build(LATER).codes == []
    assert followed(town)[UID].sequence == 1


def test_days_that_a_file_lost_are_asked_for_in_it(town):
    shorten(town)
    question = asked(town)
    assert (question.code, question.span.path) == ("E902", "content/events/stretch.md")
    assert "Tuesday 20 January 2026 and Tuesday 27 January 2026" in question.message
    assert "Tuesday 6" not in question.message


def test_lost_days_may_be_called_off(town):
    shorten(town)
    answer(town, asked(town), "called off")
    before = followed(town)
    assert town.build(LATER).codes == []
    after = followed(town)
    assert after.keys() == before.keys()
    assert (after[UID]["STATUS"], after[UID].sequence) == ("CANCELLED", 1)


def test_however_many_days_are_lost_one_answer_calls_them_all_off(town):
    town.write("events/stretch.md", STRETCH.replace("times: 4", "times: 12")).build(LATER)
    shorten(town)
    answer(town, asked(town), "called off")
    assert town.build(LATER).codes == []
    assert [session["STATUS"] for uid, session in sorted(followed(town).items()) if uid.startswith("stretch")] == ["CONFIRMED"] * 2 + ["CANCELLED"] * 10


def test_a_pasted_line_takes_nothing_back_that_was_written_before(town):
    town.write("events/stretch.md", f"{STRETCH}extra: [2026-03-03 18:00]\ncancelled: {{2026-01-13: heating}}").build(LATER)
    town.write("events/stretch.md", f"{STRETCH}extra: [2026-03-03 18:00]\ncancelled: {{2026-01-13: heating}}".replace("times: 4", "times: 2"))
    question = asked(town)
    assert "in place of the present 'extra' and 'cancelled'" in question.help
    answer(town, question, "called off")
    assert town.build(LATER).codes == []
    assert {key[8:18] for key, each in followed(town).items() if each["STATUS"] == "CANCELLED"} == {"2026-01-13", "2026-01-20", "2026-01-27"}
    assert "stretch-2026-03-03@example.org" in followed(town)


def test_days_may_have_gone_to_another_file_whose_name_the_next_series_took(town):
    before = followed(town)
    town.write("events/winter.md", STRETCH).write("events/stretch.md", STRETCH.replace("2026-01-06", "2026-09-01"))
    here, there = lines(asked(town), "renamed")
    town.write("events/winter.md", f"{here}\n{STRETCH}")
    town.write("events/stretch.md", f"{there}\n" + STRETCH.replace("2026-01-06", "2026-09-01"))
    assert town.build(LATER).codes == []
    after = followed(town)
    assert after.keys() > before.keys()
    assert {uid: after[uid]["DTSTART"] for uid in before} == {uid: before[uid]["DTSTART"] for uid in before}


def test_lost_days_may_be_moved(town):
    town.write("events/stretch.md", STRETCH.replace("times: 4", "times: 3"))
    answer(town, asked(town), "moved")
    assert town.build(LATER).codes == []
    moved = followed(town)["stretch-2026-01-27@example.org"]
    assert (moved["DTSTART"], moved.sequence) == ("20260128T180000", 1)


def test_lost_days_may_never_have_been_meant(town):
    shorten(town)
    answer(town, asked(town), "never meant")
    assert town.build(LATER).codes == []
    assert UID not in followed(town)
    assert "announced by mistake" in town.read("events/stretch/2026-01-20/index.html")
    assert "Stretch" in town.read("events/stretch/index.html")


def test_a_promise_that_is_shortened_is_put_back_and_called_off(town):
    text = town.path("events/open.md").read_text("utf-8")
    town.write("events/open.md", text.replace("2026-02-28", "2026-02-20"))
    question = asked(town)
    assert question.code == "E902"
    answer(town, question, "called off")
    assert town.build(LATER).codes == []
    assert followed(town)["open-2026-02-24@example.org"]["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("written", ["skip: {2026-01-20: half-term}", "skip: [2026-01-20]", "skip: {2026-01-19..2026-01-21: half-term}"])
def test_a_skipped_day_that_was_announced_is_to_be_cancelled(town, written):
    town.write("events/stretch.md", f"{STRETCH}{written}")
    question = asked(town)
    assert (question.code, question.span.path, question.span.line) == ("E903", "content/events/stretch.md", 8)
    assert "Tuesday 20 January 2026" in question.message
    town.write("events/stretch.md", STRETCH)
    answer(town, question, "called off")
    assert town.build(LATER).codes == []
    assert followed(town)[UID]["STATUS"] == "CANCELLED"


def test_a_day_on_which_the_whole_site_closes_is_asked_about_there(town):
    town.settings("closed: {2026-01-19..2026-01-21: winter break}")
    outcome = town.build(LATER)
    assert [(question.code, question.span.path) for question in outcome.diagnostics] == [("E903", "content/site.md")] * 2
    assert "cancelled: {2026-01-20: winter break}" in outcome.diagnostics[0].help


def test_nothing_is_asked_as_long_as_the_closed_days_cannot_be_understood(site):
    site.settings("closed: [2026-01-13]")
    assert site.write("events/stretch.md", STRETCH).build().codes == []
    site.settings("closed: [2026-01-1x]")
    assert site.build(LATER).codes == ["E300"]


@pytest.mark.parametrize("line", ["draft: yes", "publish_on: 2026-02-01"])
def test_what_was_announced_cannot_be_held_back(town, line):
    town.write("events/stretch.md", f"{STRETCH}{line}")
    question = asked(town)
    assert (question.code, question.span.path) == ("E904", "content/events/stretch.md")


def test_a_shifted_series_that_leaves_out_a_week_is_asked_about_that_week_alone(town):
    town.write("events/stretch.md", STRETCH.replace("2026-01-06 18:00", "2026-01-08 18:00\nskip: [2026-01-22]"))
    question = asked(town)
    assert question.message.endswith("any more: Tuesday 20 January 2026")


def test_what_is_over_may_go(town):
    town.build("2026-03-01T09:00")
    town.remove("events/stretch.md")
    assert not [code for code in town.build("2026-03-01T09:00").codes if code.startswith("E")]


def test_nobody_says_that_an_event_is_gone_while_a_file_cannot_be_read(town):
    town.rename("events/stretch.md", "events/bend.md")
    town.write("events/bend.md", STRETCH.replace("18:45", "half past"))
    assert not any(note.code.startswith("E9") for note in town.check())


def test_two_files_that_could_both_be_the_renamed_one_are_a_question(town):
    town.remove("events/stretch.md").write("events/a.md", STRETCH).write("events/b.md", STRETCH)
    assert asked(town).code == "E901"


def test_the_answers_can_be_told_one_by_one(town):
    town.write("events/stretch.md", STRETCH.replace("times: 4", "times: 3") + "skip: {2026-01-20: 'rain; never mind: it is so'}")
    proposed = dict(answers(asked(town)))
    assert list(proposed) == ["called off", "never meant"]
    assert "rain; never mind: it is so" in proposed["called off"]
    assert proposed["never meant"].startswith("write 'withdrawn: [")


def test_every_question_falls_into_answers_of_which_nothing_is_lost(town):
    shorten(town)
    question = asked(town)
    assert [case for case, _ in answers(question)] == ["called off", "moved", "renamed", "never meant"]
    assert "\n".join(f"{case}: {line}" for case, line in answers(question)) == question.help


def test_what_is_missing_while_a_file_cannot_be_read_is_what_nothing_else_can_speak_of(town):
    town.remove("events/once.md").write("events/broken.md", "title: Broken\nstart: soon")
    assert town.prepare(LATER).edition.vanished == ()
    shorten(town)
    assert {known.key for known in town.prepare(LATER).edition.vanished} == {"2026-01-20", "2026-01-27"}
    town.remove("events/broken.md")
    assert {known.title for known in town.prepare(LATER).edition.vanished} == {"Once", "Stretch"}
