from datetime import UTC, date, datetime, timedelta

import factory
import pytest
from ledger.test_document import published

from mcsite.ledger.digest import sights
from mcsite.ledger.matching import local_name, match
from mcsite.model.schedule import Days

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


def days(first, count, step=7):
    return [f"{date.fromisoformat(first) + timedelta(days=step * place)}" for place in range(count)]


def series(found, **event):
    """The sessions of a series on these days, numbered."""
    of = factory.event(**{"rule": "FREQ=WEEKLY", **event})
    return sights([factory.session(of, f"{day} 18:00", number=number) for number, day in enumerate(found, 1)], factory.settings())


def known(found, slug="stretch", **changes):
    """What was published of a series on these days."""
    return [
        published(
            f"{slug}-{day}", series=f"{slug}@x", slug=slug, key=day, number=number, **{"title": "Stretch", "when": factory.when(f"{day} 18:00"), **changes}
        )
        for number, day in enumerate(found, 1)
    ]


def pairs(run, *programme):
    """Which published days have become which."""
    matches = match(run, {seen[0].session.event.slug: seen for seen in programme}, NOW)
    return {was.key: key for (_, key), was in matches.sessions.items()}


def test_a_permanent_name_is_written_without_its_host():
    assert (local_name("stretch@moves.example"), local_name("stretch")) == ("stretch", "stretch")


@pytest.mark.parametrize("first", ["2026-01-05", "2026-01-07", "2026-01-09", "2026-01-12", "2025-12-31"])
def test_a_series_on_another_weekday_is_the_same_number_by_number(first):
    before, after = days("2026-01-06", 12), days(first, 12)
    assert pairs(known(before), series(after)) == dict(zip(before, after, strict=True))


def test_a_series_that_begins_a_week_later_has_lost_its_first_session_and_no_other():
    before, after = days("2026-01-06", 12), days("2026-01-13", 12)
    assert pairs(known(before), series(after)) == {day: day for day in before[1:]}


def test_a_series_that_meets_every_other_week_has_lost_every_other_session():
    before, after = days("2026-01-06", 12), days("2026-01-06", 12, 14)
    assert pairs(known(before), series(after)) == {day: day for day in after[:6]}


def test_a_monthly_series_may_move_within_the_month():
    before, after = ["2026-01-06", "2026-02-03", "2026-03-03"], ["2026-01-30", "2026-02-27", "2026-03-27"]
    assert pairs(known(before), series(after)) == dict(zip(before, after, strict=True))


def test_a_series_that_was_begun_anew_is_not_the_old_one_by_number():
    before, after = days("2025-01-07", 52), days("2026-01-07", 10)
    assert pairs(known(before), series(after)) == {}


def test_a_day_that_is_skipped_is_not_looked_for_elsewhere():
    before = days("2026-01-06", 3)
    after = [before[0], "2026-01-14", before[2]]
    assert pairs(known(before), series(after)) == {before[0]: before[0], before[1]: "2026-01-14", before[2]: before[2]}
    skipped = (Days(date(2026, 1, 13), date(2026, 1, 13)),)
    assert pairs(known(before), series(after, skipped=skipped)) == {before[0]: before[0], before[2]: before[2]}


def test_no_two_pairs_cross():
    before, after = ["2026-01-06", "2026-01-13", "2026-01-20"], ["2026-01-09", "2026-01-12", "2026-01-22"]
    found = pairs(known(before), series(after))
    assert list(found) == sorted(found)
    assert list(found.values()) == sorted(found.values())


def test_a_one_off_is_the_same_wherever_it_is_moved():
    (moved,) = sights([factory.session(start="2026-09-01 10:00")], factory.settings())
    assert pairs(known(["2026-01-06"]), (moved,)) == {"2026-01-06": "2026-09-01"}


def test_a_file_of_another_name_is_the_event_when_half_of_its_days_coincide():
    before = days("2026-01-06", 4)
    assert len(pairs(known(before, slug="old"), series(days("2026-01-20", 4)))) == 2
    assert pairs(known(before, slug="old"), series(days("2026-01-27", 4))) == {}


def test_the_place_tells_it_too_but_the_hour_alone_does_not():
    before = days("2026-01-06", 2)
    place = series(before)[0].place
    assert pairs(known(before, slug="old", title="Other", place=place), series(before)) == {day: day for day in before}
    assert pairs(known(before, slug="old", title="Other", place="Elsewhere"), series(before)) == {}


def test_when_two_files_are_as_good_neither_is_it():
    before = days("2026-01-06", 2)
    assert pairs(known(before, slug="old"), series(before, slug="a"), series(before, slug="b")) == {}


def test_the_name_of_the_file_counts_before_what_coincides():
    before = days("2026-01-06", 2)
    assert match(known(before), {"stretch": series(days("2026-01-07", 2)), "other": series(before, slug="other")}, NOW).series == {"stretch": "stretch@x"}


def test_what_is_over_does_not_take_the_place_of_what_is_coming():
    past, coming = known(["2025-12-02"]), known(["2026-02-03"], slug="old")
    programme = {"stretch": series(["2026-02-03"], aliases=("old",))}
    assert match([*past, *coming], programme, NOW).series == {"stretch": "old@x"}
    assert match(past, programme, NOW).series == {"stretch": "stretch@x"}


def test_where_a_crowd_begins_at_once_in_one_place_the_titles_tell_and_the_place_does_not():
    day, names = days("2026-01-06", 2), [f"e{number:03}" for number in range(60)]
    place = series(day)[0].place
    published = [each for name in names for each in known(day, slug=f"old-{name}", title=f"Title {name}", place=place)]
    programme = {name: series(day, slug=name, title=f"Title {name}") for name in names}
    assert match(published, programme, NOW).series == {name: f"old-{name}@x" for name in names}
    nameless = {name: series(day, slug=name, title="Another") for name in names}
    assert match(published, nameless, NOW).series == {}
