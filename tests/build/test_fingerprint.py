"""Equal data has one fingerprint, different data has two, and what can change has none."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.build.artifact import Artifact
from mcsite.build.fingerprint import Fingerprints, maker_name


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    floor: int | None = None
    source: str = field(default="", compare=False)


@dataclass(frozen=True)
class Other:
    name: str
    floor: int | None = None


@dataclass
class Open:
    name: str


class Mood(Enum):
    GOOD = "good"


class Word(StrEnum):
    GOOD = "good"


class Template:
    def __init__(self, digest):
        self.digest = digest

    def __fingerprint__(self):
        return self.digest


def of(value):
    return Fingerprints().of(value)


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.binary(), st.dates(), st.datetimes(), st.times(), st.timedeltas(),
    st.decimals(allow_nan=False), st.sampled_from([Mood.GOOD, Word.GOOD]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(tuple),
        st.builds(Place, st.text(), st.none() | st.integers(), st.text()),
        st.builds(Other, st.text(), st.none() | st.integers()),
        st.builds(Place, inner),
    ),
    max_leaves=8,
)


def spelled(value):
    """A spelling by another way: equal exactly for what must be told the same."""
    if isinstance(value, tuple):
        return ("tuple", *map(spelled, value))
    if isinstance(value, (Place, Other)):
        return (type(value).__name__, spelled(value.name), spelled(value.floor))
    return (type(value).__name__, repr(value))


@given(VALUES, VALUES)
def test_two_values_have_one_fingerprint_exactly_when_they_are_the_same(one, two):
    assert (of(one) == of(two)) == (spelled(one) == spelled(two))


@given(VALUES)
def test_a_fingerprint_does_not_depend_on_what_was_seen_before(value):
    fingerprints = Fingerprints()
    fingerprints.of((value, "before"))
    assert fingerprints.of(value) == of(value)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", ("b",)), ("a", "b")),
        ((), None),
        ("", b""),
        (1, True),
        (1, 1.0),
        (Decimal(1), Decimal("1.0")),
        (Mood.GOOD, Word.GOOD),
        (Word.GOOD, "good"),
        (date(2026, 1, 6), datetime(2026, 1, 6)),
        (Place("hall"), Other("hall")),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=zoneinfo.ZoneInfo("Europe/London")),
            datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=zoneinfo.ZoneInfo("Europe/London")),
        ),
        (datetime(2026, 1, 6, 18, tzinfo=UTC), datetime(2026, 1, 6, 18, tzinfo=zoneinfo.ZoneInfo("Europe/London"))),
        (time(18), timedelta(hours=18)),
        (Template(b"one"), Template(b"two")),
    ],
)
def test_what_looks_alike_is_told_apart(one, two):
    assert of(one) != of(two)


def test_a_field_that_is_not_compared_does_not_count():
    assert of(Place("hall", 1, source="/home/a")) == of(Place("hall", 1, source="/home/b"))


def test_a_shared_value_is_looked_at_once():
    asked = []

    class Counting(Template):
        def __fingerprint__(self):
            asked.append(1)
            return self.digest

    fingerprints = Fingerprints()
    shared = (Counting(b"one"),)
    assert fingerprints.of(("a", shared)) != fingerprints.of(("b", shared))
    assert len(asked) == 1


@pytest.mark.parametrize("value", [[], {}, set(), frozenset(), bytearray(), object(), Open("hall"), Place, len])
def test_what_is_not_plain_frozen_data_is_refused(value):
    with pytest.raises(TypeError, match="cannot fingerprint"):
        of((1, value))


def test_the_refusal_names_the_artifact():
    with pytest.raises(TypeError, match=r"^events/index\.html: cannot fingerprint dict"):
        Fingerprints().of_inputs(Artifact("events/index.html", of, {"cards": {}}))


def test_a_maker_must_be_known_by_its_name():
    assert maker_name(Artifact("a", of, {})).endswith("test_fingerprint.of")
    with pytest.raises(TypeError, match="function of a module"):
        maker_name(Artifact("a", lambda: b"", {}))
