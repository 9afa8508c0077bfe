from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from mcsite.content import entries
from mcsite.content.forms import EventForm
from mcsite.model.settings import Kind, NavigationItem
from mcsite.source.form import read_form
from mcsite.source.misreads import Misreads


def read(kind, raw):
    return TypeAdapter(kind).validate_python(raw)


def prices(raw):
    return [(price.name, price.value, price.unit) for price in read(entries.Prices, raw)]


@pytest.mark.parametrize("raw", ["free", "0", [{"amount": "free"}], {"amount": "0"}])
def test_free_is_a_price(raw):
    assert prices(raw) == [("", Decimal(0), "")]


@pytest.mark.parametrize(
    "raw",
    [
        [{"name": "Drop-in", "amount": "£5"}, {"name": "Concession", "price": "3"}],
        {"Drop-in": "£5", "Concession": "3"},
        [{"Drop-in": "£5"}, {"Concession": "3"}],
    ],
)
def test_prices_have_names_in_several_forms(raw):
    assert prices(raw) == [("Drop-in", Decimal(5), "GBP"), ("Concession", Decimal(3), "")]


def test_a_price_may_be_an_amount_alone():
    assert prices("15 EUR") == [("", Decimal(15), "EUR")]
    assert prices(["5", "£3"]) == [("", Decimal(5), ""), ("", Decimal(3), "GBP")]


def test_what_is_wrong_with_a_price_has_the_way_to_it():
    with pytest.raises(Misreads) as caught:
        read_form(EventForm, {"title": "x", "start": "2026-01-06", "prices": [{"name": "x", "amount": "lots"}, {"name": "y"}, {"Drop-in": "many"}]})
    assert [(problem.way[1:], problem.misread.code) for problem in caught.value.problems] == [((0, "amount"), "E706"), ((1,), "E701"), ((2, "Drop-in"), "E706")]


def test_a_change_may_be_a_note_alone():
    ((_, change),) = read(entries.Changes, {"2026-03-10": "Bring a mat"})
    assert (change.note, change.venue) == ("Bring a mat", None)


def test_an_organiser_may_be_a_name_alone():
    assert read(entries.OrganiserField, "Hands").name == "Hands"


def test_kinds_have_slugs_and_titles():
    assert read(entries.Kinds, ["Sound bath", "book-club"]) == (Kind("sound-bath", "Sound bath"), Kind("book-club", "Book club"))
    assert read(entries.Kinds, {"sound-bath": "Sound bath"}) == (Kind("sound-bath", "Sound bath"),)
    assert read(entries.Kinds, "Sound bath, book-club") == (Kind("sound-bath", "Sound bath"), Kind("book-club", "Book club"))
    assert read(entries.Kinds, [{"sound-bath": "Sound bath"}, {"slug": "walk", "title": "A walk"}, {"name": "talk"}]) == (
        Kind("sound-bath", "Sound bath"),
        Kind("walk", "A walk"),
        Kind("talk", "Talk"),
    )
    assert read(entries.Kinds, {"name": "walk", "title": "A walk"}) == (Kind("walk", "A walk"),)


def test_a_menu_is_a_list_a_mapping_or_names():
    events = NavigationItem("Events", "events/")
    assert (
        read(entries.Menu, [{"title": "Events", "to": "events/"}])
        == read(entries.Menu, {"Events": "events/"})
        == read(entries.Menu, [{"Events": "events/"}])
        == (events,)
    )
    assert read(entries.Menu, ["about"]) == (NavigationItem("", "about"),)


@pytest.mark.parametrize(
    ("raw", "step"),
    [
        ("5 min: arrive", ("5", "arrive")), ({"5 min": "arrive"}, ("5", "arrive")),
        ({"minutes": "5", "text": "arrive"}, ("5", "arrive")), ({"5": "arrive"}, ("5", "arrive")),
        ("0-5 arrive", ("0-5", "arrive")), ("arrive", ("", "arrive")), ("10 – breathe", ("10", "breathe")),
        ("3 rounds of breathing", ("", "3 rounds of breathing")),
    ],
)  # fmt: skip
def test_a_step_of_an_outline_may_say_its_minutes(raw, step):
    assert read(entries.Outline, [raw]) == (step,)


def test_an_outline_may_be_lines_or_a_mapping():
    assert read(entries.Outline, "5 min: arrive\n\nrest\n") == (("5", "arrive"), ("", "rest"))
    assert read(entries.Outline, {"5 min": "arrive", "10 min": "rest"}) == (("5", "arrive"), ("10", "rest"))
