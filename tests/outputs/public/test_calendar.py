from drawn import Drawn, words
from factory import edition, event, session, weekly


def test_the_agenda_comes_before_the_tables():
    headings = [title for level, title in Drawn(edition(*weekly())).headings("calendar/index.html") if level == 2]
    assert headings[:3] == ["Agenda", "Months", "Follow in your calendar"]


def test_the_agenda_is_grouped_by_weeks():
    weeks = [title for level, title in Drawn(edition(*weekly())).headings("calendar/index.html") if level == 3]
    assert weeks[:3] == ["5–11 Jan 2026", "12–18 Jan 2026", "19–25 Jan 2026"]


def test_a_month_is_a_table_with_caption_and_scoped_heads():
    table = next(Drawn(edition(*weekly())).tree("calendar/index.html").iter("table"))
    assert words(table.find("caption")) == "January 2026"
    heads = list(table.iter("th"))
    assert [words(head) for head in heads] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert {head.attrib["scope"] for head in heads} == {"col"}


def test_later_months_have_pages_of_their_own():
    drawn = Drawn(edition(*weekly(times=30)))
    assert {path for path in drawn.paths if path.startswith("calendar/2026")} == {f"calendar/2026-0{month}/index.html" for month in (4, 5, 6, 7)}
    assert "/calendar/2026-04/" in drawn.links("calendar/index.html")
    assert len(drawn.starts("calendar/2026-04/index.html")) == 4


def test_a_session_of_several_days_stands_on_each_of_them():
    drawn = Drawn(edition(session(start="2026-01-31", end="2026-02-01")))
    busy = [words(cell) for cell in drawn.tree("calendar/index.html").iter("td") if cell.get("class") == "busy"]
    assert busy == ["Sat 31 all day Stretch", "Sun 1 since Sat 31 Jan Stretch"]


def test_a_month_marks_the_start_of_what_began_in_the_month_before():
    drawn = Drawn(edition(session(start="2026-05-30", end="2026-06-02")))
    marked = [time for time in drawn.tree("calendar/index.html").iter("time") if time.get("data-uid")]
    assert [words(time) for time in marked] == ["30 May – 2 Jun 2026", "all day", "since Sat 30 May"]
    assert {time.get("datetime") for time in marked} == {"2026-05-30"}


def test_what_was_earlier_in_this_month_is_still_in_the_table():
    drawn = Drawn(edition(*weekly(), now="2026-01-14 09:00"))
    shown = [words(cell) for cell in drawn.tree("calendar/index.html").iter("td") if cell.get("class") == "busy"]
    assert len(shown) == 3


def test_one_can_follow_all_or_a_part():
    links = Drawn(edition(session(event("a")))).links("calendar/index.html")
    assert "webcal://moves.example/calendar.ics" in links
    assert {"/kinds/circle/#follow", "/venues/cowork/#follow", "/people/ada/#follow", "/tags/desk/#follow"} <= set(links)


def test_an_empty_calendar_says_so():
    assert "Nothing is planned at the moment" in Drawn(edition()).text("calendar/index.html")
