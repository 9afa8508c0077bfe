from datetime import date

import pytest
from factory import event, settings, when

from mcsite.content.bookings import Bookings
from mcsite.content.drafts import Draft
from mcsite.content.links import Index
from mcsite.content.reading import Reading
from mcsite.model.event import Status
from mcsite.model.prose import Prose
from mcsite.schedule.occurrence import Occurrence
from mcsite.source.document import Document

DAY = Occurrence(
    original=date(2026, 1, 6), key="2026-01-06", when=when("2026-01-06"), moved_from=None, status=Status.SCHEDULED, reason="", number=None, of=None,
    change=None, extra=False,
)  # fmt: skip


def told(body, summary=""):
    reading = Reading(Index({}))
    draft = Draft(event(summary=summary, body=Prose()), (DAY,), Bookings())
    return draft.told(Document("content/events/stretch.md", "event", "stretch", body=body), reading, settings()), reading.notes


@pytest.mark.parametrize(("summary", "expected"), [("", "We stretch."), ("All of it.", "All of it.")])
def test_an_event_without_a_summary_is_summed_up_by_its_beginning(summary, expected):
    (whole, (sight,)), notes = told("We *stretch*.\n\nThen we rest.", summary)
    assert (whole.summary, whole.body.source, notes) == (expected, "We *stretch*.\n\nThen we rest.", [])
    assert sight.session.event is whole
    assert sight.session.summary == expected


def test_an_event_of_which_the_text_is_wrong_is_not_told():
    found, notes = told("[Nowhere](nowhere.md)")
    assert found is None
    assert [note.code for note in notes] == ["E210"]
