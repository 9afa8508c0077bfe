from datetime import datetime

import pytest

from mcsite.importing.repeats import repeat_words
from mcsite.schedule.rule import parse_rule

START = datetime(2026, 1, 6, 18)


@pytest.mark.parametrize(("rule", "words"), [
    ("FREQ=WEEKLY", "every Tuesday"), ("FREQ=WEEKLY;COUNT=4", "every Tuesday"), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every 2 weeks on Tuesday and Thursday"),
    ("FREQ=DAILY", "every day"), ("FREQ=DAILY;INTERVAL=3", "every 3 days"), ("FREQ=MONTHLY;BYDAY=1TU", "every month on the first Tuesday"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"), ("FREQ=MONTHLY", "every month on the 6th"), ("FREQ=YEARLY", "every year on 6 January"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday"),
    ("FREQ=WEEKLY;BYMONTH=1,2", "RRULE:FREQ=WEEKLY;BYMONTH=1,2;BYDAY=TU"), ("FREQ=DAILY;BYHOUR=9,18", "RRULE:FREQ=DAILY;BYHOUR=9,18"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
])  # fmt: skip
def test_words_are_used_where_they_mean_the_same(rule, words):
    assert repeat_words(parse_rule(rule), START) == words
