"""What people who have never heard of YAML wrote: understood as they meant it, or answered with the line to write instead."""

import pytest

ONE_OFF = "title: C\nonline: https://meet.example/\nstart: 2026-01-06 18:00\n"
SERIES = ONE_OFF + "end: 18:45\nrepeat: weekly\ntimes: 3\n"


def notes(site, front_matter):
    return site.write("events/c.md", front_matter).prepare().diagnostics


def sessions(site, front_matter):
    prepared = site.write("events/c.md", front_matter).prepare()
    assert [note for note in prepared.diagnostics if note.code.startswith("E")] == []
    return prepared.edition.sessions_of["c"]


@pytest.mark.parametrize(
    ("line", "code", "advice"),
    [
        ("changed: {2026-01-13: {note: Bring a mat, please}}", "E126", "note: 'Bring a mat, please'"),
        ("skip: {2026-01-13: half-term, no class}", "E126", "2026-01-13: 'half-term, no class'"),
        ("cancelled: {2026-01-13: sorry: flu}", "E123", "'sorry: flu'"),
        ("changed: {2026-01-13: note: Bring a mat}", "E123", "{note: Bring a mat}"),
        ("skip: {2026-01-13:half-term}", "E300", "2026-01-13: half-term"),
        ("moved: {2026-01-13:2026-01-14 19:00}", "E300", "2026-01-13: 2026-01-14"),
        ("skip:\n  -2026-01-13", "E300", "- 2026-01-13"),
        ("cancelled: yes", "E300", "status: cancelled"),
        ("cancelled: clinic closed", "E300", "{2026-03-03: clinic closed}"),
        ("cancelled: 2026-01-13 clinic closed", "E300", "{2026-01-13: clinic closed}"),
        ("moved: 2026-01-13 -> 2026-01-14 19:00", "E300", "{2026-01-13: 2026-01-14 19:00}"),
        ("moved: 2026-01-13 to 2026-01-14", "E300", "{2026-01-13: 2026-01-14}"),
        ("skip: 2026-01-13 to 2026-02-30", "E301", "28 days"),
        ("full: 2026-01-07", "E340", "2026-01-06"),
        ("tags: \N{PARTY POPPER}", "E712", "letter"),
        ("neighbourhood: '!!!'", "E712", "letter"),
        ("status: sold out", "E702", "full: yes"),
        ("status: moved", "E702", "moved: {"),
        ("signup: 07700 900123", "E755", "+44 7700 900123"),
        ("signup: link", "E750", "https://"),
        ("signup: mail", "E754", "hello@"),
        ("venue: online", "E203", "online: https://"),
        ("venue: TBC", "E203", "leave the line out"),
        ("image: 'C:\\pictures\\a.jpg'", "E713", "assets"),
        ("publish_on: 2025-12-01 09:00", "E300", "2025-12-01"),
    ],
)
def test_a_mistake_is_answered_with_what_to_write(site, line, code, advice):
    note, *more = [note for note in notes(site, SERIES + line) if note.code != "W104"]
    assert (note.code, more) == (code, [])
    assert advice in note.help
    assert note.span.line >= 8


@pytest.mark.parametrize(
    ("start", "code", "message"),
    [
        ("2026-01-06 half past six", "E306", "'half past six' is not a time"),
        ("2026-01-06 6 o'clock", "E306", "'6 o'clock' is not a time"),
        ("2026-01-06 1800", "E306", "'1800' is not a time"),
        ("5 J\u00e4nner 2026", "E300", "is not a day"),
    ],
)
def test_of_a_day_and_a_time_the_one_is_named_that_is_not_understood(site, start, code, message):
    (note,) = notes(site, f"title: C\nonline: https://meet.example/\nstart: {start}\nduration: 45 min")
    assert note.code == code
    assert message in note.message
    assert "June" not in note.help


@pytest.mark.parametrize(("end", "code"), [("18,45", "E306"), ("7 o'clock", "E306"), ("1h", "E308"), ("1h30", "E308"), ("6 Jan", "E303")])
def test_an_end_that_may_be_a_length_or_is_none_is_refused(site, end, code):
    (note,) = notes(site, ONE_OFF + f"end: {end}")
    assert note.code == code


def test_hyphens_that_a_word_processor_made_longer_are_hyphens(site):
    (session,) = sessions(site, "title: C\nonline: https://meet.example/\nstart: 2026\u201301\u201306 18:00\nend: 18:45")
    assert session.when.iso_start == "2026-01-06T18:00:00+00:00"


@pytest.mark.parametrize("tags", ["a; b", "(a, b)", "[a, b]", "a, b", "- a, b", "'#a, #b'"])
def test_several_words_can_be_written_in_many_ways(site, tags):
    (session,) = sessions(site, ONE_OFF + f"end: 18:45\ntags: {tags}")
    assert [tag.slug for tag in session.event.tags] == ["a", "b"]


def test_a_change_beside_its_day_instead_of_below_it_is_explained(site):
    found = notes(site, SERIES + "changed:\n  2026-01-13:\n  note: Bring a mat")
    assert ("E125", 10) in [(note.code, note.span.line) for note in found]


def test_a_kind_without_letters_is_refused(site):
    (note,) = site.settings("kinds: {'\N{PARTY POPPER}': Party}").prepare().diagnostics
    assert note.code == "E712"


def test_fields_behind_hyphens_are_explained(site):
    (note,) = site.write("events/c.md", "---\n- title: C\n- start: 2026-01-06\n---\n").prepare().diagnostics
    assert (note.code, note.help) == ("E112", "take away the hyphens before the names")


@pytest.mark.parametrize(
    ("sentence", "advice"),
    [
        ("Mondays 6pm-7pm from 5 Jan 2026 for 12 weeks except bank holidays", "name the days"),
        ("Mondays 6pm-7pm from 5 Jan 2026 until Easter", "name the days"),
        ("Mondays 6pm-7pm from 5 Jan 2026 ongoing", "confirmed_until: "),
        ("Mondays 6pm-7pm from 5 Jan 2026, confirmed until 30 June 2026", "confirmed_until: "),
        ("Mondays 6pm-7pm from 5 Jan 2026 for 12 weeks plus 7 April", "extra: ["),
        ("Mondays 6pm-7pm from 5 Jan 2026 for 12 weeks, but on 9 Feb at 7pm", "moved: {"),
        ("Mondays 6pm-7pm from 5 Jan 2026 for 12 weeks, not 16 Feb (half-term)", "brackets"),
        ("Mondays 7pm-6pm from 5 Jan 2026 for 2 weeks", "earlier time first"),
        ("Mondays 6pm-7pm, 5 Jan, 12 Jan 2026", "4, 11 and 18 January"),
    ],
)
def test_what_a_sentence_cannot_say_has_its_place_named(site, sentence, advice):
    (note,) = notes(site, f"title: C\nonline: https://meet.example/\nwhen: '{sentence}'")
    assert advice in note.help


@pytest.mark.parametrize(
    "sentence",
    [
        "Mondays 6pm-7pm from 5 Jan 2026, 3x",
        "Jan 5 2026 6pm-7pm weekly x 3",
        "Mondays 6pm-7pm from 5 Jan 2026 for 4 weeks, no class 12 Jan",
        "Mondays 6pm-7pm from 5 Jan 2026 for 4 weeks, skip 12 Jan",
    ],
)
def test_a_sentence_may_say_it_in_these_words_too(site, sentence):
    assert len(sessions(site, f"title: C\nonline: https://meet.example/\nwhen: '{sentence}'")) == 3


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        ("[x](example.org)", "E210", "https://example.org?"),
        ("[x](example.org/book)", "E210", "https://example.org/book?"),
        ("[x](http//forms.example/a)", "E210", "https://forms.example/a?"),
        ("[x](flyer.pdf)", "E210", "../events/"),
        ("![x](C:\\pictures\\a.png)", "E713", "assets/"),
        ("![x](file:///Users/a.png)", "E713", "assets/"),
    ],
)
def test_a_link_that_leads_nowhere_is_answered_with_where_it_may_lead(site, text, code, advice):
    (note,) = site.write("pages/p.md", f"---\ntitle: P\n---\n{text}").prepare().diagnostics
    assert note.code == code
    assert advice in note.help


def test_a_file_is_missed_where_there_is_none_at_all(site):
    (note,) = site.write("library/l.md", "title: L\nfiles: [flyer.pdf]").prepare().diagnostics
    assert (note.code, note.help) == ("E204", "there is none yet")
