"""Whatever is edited, and whenever it is published: the ledger tells of the same late changes as somebody who wrote everything down."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import factory
from hypothesis import given
from hypothesis import strategies as st

from mcsite.ledger.digest import sights
from mcsite.ledger.document import read, write
from mcsite.ledger.settling import settle
from mcsite.model.event import Session, Status
from mcsite.model.lateness import REMEMBERED, late_changes
from mcsite.model.ledger import EMPTY

HOURS = 24
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)
STARTS = ("2026-01-06 18:00", "2026-01-06 20:00", "2026-01-07 18:00", "2026-01-14 18:00")
SESSIONS = st.builds(
    lambda start, status, slug, title, note: factory.session(
        start=start, status=status, venue=factory.venue(slug, title=slug.title()), title=title, note=note, hosts=(factory.person("ana" if note else "bo"),)
    ),
    st.sampled_from(STARTS),
    st.sampled_from([Status.SCHEDULED, Status.SCHEDULED, Status.CANCELLED, Status.POSTPONED]),
    st.sampled_from(["cowork", "park"]),
    st.sampled_from(["Stretch", "Bend"]),
    st.sampled_from(["", "", "Bring a mat"]),
)
STEPS = st.lists(st.tuples(st.integers(0, 30), SESSIONS), min_size=1, max_size=REMEMBERED)


@dataclass(frozen=True)
class Change:
    moment: datetime
    before: Session
    after: Session

    def late_until(self) -> datetime | None:
        """When the last of what it hurried is over."""
        if Status.SCHEDULED not in (self.before.status, self.after.status):
            return None
        whens = [session.when for session in (self.before, self.after)]
        hurried = [when.ends for when in whens if when.begins - self.moment <= timedelta(hours=HOURS) and self.moment < when.ends]
        return max(hurried, default=None)


def differs(one: Session, other: Session) -> bool:
    first, second = ((of.when, of.status, of.venue, of.title, of.note, of.hosts) for of in (one, other))
    return first != second


@given(SESSIONS, STEPS)
def test_the_ledger_tells_what_a_full_diary_tells(first, steps):
    settings, now, shown, diary = factory.settings(), FIRST, first, []
    ledger = read(write(settle(sights([first], settings), settings, EMPTY, now).ledger))
    for hours, session in steps:
        now += timedelta(hours=hours)
        settled = settle(sights([session], settings), settings, ledger, now)
        ledger = read(write(settled.ledger))
        if differs(shown, session):
            diary.append(Change(now, shown, session))
        shown = session
        expected = [change for change in diary if (until := change.late_until()) and until > now]
        found = late_changes(settled.sessions, ledger, HOURS, now)
        assert [(late.was.when, late.was.status, late.changed) for late in found] == [(one.before.when, one.before.status, one.moment) for one in expected[-1:]]
        assert [late.until for late in found] == ([max(change.late_until() for change in expected)] if expected else [])
