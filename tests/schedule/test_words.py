from datetime import date

import pytest

from mcsite.diagnostics import Misread
from mcsite.schedule.words import nearest_words, rule_of

TUESDAY = date(2026, 1, 6)

MEANT = {
    "weekly": "FREQ=WEEKLY;BYDAY=TU",
    "Once a week.": "FREQ=WEEKLY;BYDAY=TU",
    "monthly": "FREQ=MONTHLY;BYMONTHDAY=6",
    "yearly": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6",
    "daily": "FREQ=DAILY",
    "every 2 years": "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=6",
    "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=12": "FREQ=WEEKLY;COUNT=12;BYDAY=TU",
    "freq=weekly; byday=tu": "FREQ=WEEKLY;BYDAY=TU",
    "RRULE:FREQ=WEEKLY": "FREQ=WEEKLY",
}


@pytest.mark.parametrize("text", MEANT)
def test_words_and_raw_rules_are_read(text: str) -> None:
    assert rule_of(text, TUESDAY) == MEANT[text]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("wekly", "weekly"),
        ("every Tusday", "every tuesday"),
        ("every tuesday and frydays", "every tuesday and fridays"),
        ("montly on the frist Monday", "monthly on the first Monday"),
    ],
)
def test_a_slip_of_the_pen_is_mended(text: str, better: str) -> None:
    with pytest.raises(Misread) as refused:
        rule_of(text, TUESDAY)
    assert (refused.value.code, refused.value.help) == ("E330", f"did you mean '{better}'?")


@pytest.mark.parametrize(
    "text", ["every blue moon", "twice a week", "no", "every 0 weeks", "first Monday and Wednesday of the month", "every last week", "weekly" * 200]
)
def test_what_is_not_understood_is_given_examples(text: str) -> None:
    with pytest.raises(Misread) as refused:
        rule_of(text, TUESDAY)
    assert refused.value.code == "E330"
    assert "every 2 weeks" in refused.value.help


def test_what_was_understood_is_told() -> None:
    with pytest.raises(Misread, match="after 'every 2 weeks', 'or so' is not understood"):
        rule_of("every 2 weeks or so", TUESDAY)


@pytest.mark.parametrize(("text", "code"), [("RRULE:FREQ=HOURLY", "E333"), ("RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260101", "E334"), ("RRULE:weekly", "E332")])
def test_a_raw_rule_is_held_to_its_grammar(text: str, code: str) -> None:
    with pytest.raises(Misread) as refused:
        rule_of(text, TUESDAY)
    assert refused.value.code == code


def test_known_words_are_left_alone() -> None:
    assert nearest_words("Tuesdays from 6 Jan") == "Tuesdays from 6 Jan"
