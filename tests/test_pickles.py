"""What is pickled part by part is what Python's own pickle would have kept, and what is shared comes back as the very thing."""

import pickle
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from mcsite.model.event import UNSETTLED, Identity, Status, Tag
from mcsite.model.foreign import Foreign
from mcsite.model.ledger import Details, Published
from mcsite.model.moment import When, zone
from mcsite.model.origin import Origin
from mcsite.pickles import pickled, unpickled

LONDON = zone("Europe/London")
SESSION = Published(
    uid="circle@example.org", sequence=2, modified=datetime(2026, 1, 1, tzinfo=UTC), series="circle", slug="circle", key="2026-03-29",
    address="events/circle/", digest="0" * 32, title="Circle", when=When(datetime(2026, 3, 29, 0, 30, tzinfo=LONDON), date(2026, 3, 29), "Europe/London"),
    status=Status.MOVED, details=Details(tags=("a", "b")),
)  # fmt: skip


@dataclass(slots=True)
class Nothing:
    """Without fields."""


@dataclass
class Loose:
    """Has a dictionary, and may hold more than its fields."""

    said: str = ""


@pytest.mark.parametrize("value", [SESSION, Origin("a.md", {("title",): (1, 2, 3)}, 4), Foreign("Hallo", "de"), Tag("a", "A"), Nothing(), ["a", 1, None]])
def test_a_value_comes_back_as_it_was(value):
    again = unpickled(pickled([value, value]))
    assert again == pickle.loads(pickle.dumps([value, value]))
    assert again[0] is again[1] or value is None
    assert type(again[0]) is type(value)


def test_what_is_no_field_is_not_lost():
    loose = Loose("a")
    loose.more = "b"
    assert unpickled(pickled(loose)).more == "b"


def test_the_second_of_two_equal_hours_stays_the_second():
    when = When(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1), datetime(2026, 10, 25, 3, tzinfo=LONDON), "Europe/London")
    again = unpickled(pickled(when))
    assert (again.start.fold, again.start.tzinfo) == (1, LONDON)


def test_what_is_shared_is_found_by_its_name():
    tags = {"a": Tag("a", "A"), "b": Tag("b", "B")}
    data = pickled([tags["a"], Tag("c", "C"), tags["a"]], {Tag: lambda tag: ("tag", tag.slug) if tag.slug in tags else None})
    first, own, last = unpickled(data, lambda _kind, slug: tags[slug])
    assert first is tags["a"] is last
    assert own == Tag("c", "C")
    assert b"Tag" in data
    with pytest.raises(KeyError):
        unpickled(data, lambda _kind, slug: {}[slug])


def test_a_name_that_nobody_can_look_up_is_an_error():
    data = pickled(UNSETTLED, {Identity: lambda _: ("unsettled",)})
    with pytest.raises(LookupError):
        unpickled(data)


def test_what_is_shared_and_no_dataclass_is_kept_as_ever_where_it_has_no_name():
    assert unpickled(pickled(Status.MOVED, {Status: lambda _: None})) is Status.MOVED
