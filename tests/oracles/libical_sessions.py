"""What a client built on libical (Evolution, GNOME Calendar) shows: the sessions of calendar files, as JSON.

    python3 libical_sessions.py LAST_DAY FILE…

Runs with the Python that has GObject introspection and libical's typelib, not with the one of the tests. Prints a list with
``{"errors": …, "valid": …, "sessions": [{"uid", "start", "end", "summary", "status"}]}`` for each file: the number of syntax
errors, whether the restrictions of RFC 5546 hold, and each session with its instants as libical reads them from the file's
own VTIMEZONE (ISO 8601 in UTC; dates for whole days). Rules are followed to LAST_DAY (YYYY-MM-DD), exclusive.
"""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402 - the version must be asked for first

EVENT = ICalGLib.ComponentKind.VEVENT_COMPONENT
TZID = ICalGLib.ParameterKind.TZID_PARAMETER
STATUS = ICalGLib.PropertyKind.STATUS_PROPERTY
RULE = ICalGLib.PropertyKind.RRULE_PROPERTY
REPLACED = ICalGLib.PropertyKind.RECURRENCEID_PROPERTY


def main(last_day: str, *files: str) -> None:
    json.dump([read(Path(file), date.fromisoformat(last_day)) for file in files], sys.stdout)


def read(file: Path, horizon: date):
    calendar = ICalGLib.Component.new_from_string(file.read_bytes().decode())
    valid = bool(ICalGLib.restriction_check(calendar))
    events = list(components(calendar))
    overridden = {(event.get_uid(), replaced(event)) for event in events}
    found = [session for event in events for session in sessions(event, overridden, horizon)]
    return {"errors": calendar.count_errors(), "valid": valid, "sessions": found}


def components(calendar):
    event = calendar.get_first_component(EVENT)
    while event is not None:
        yield event
        event = calendar.get_next_component(EVENT)


def sessions(event, overridden, horizon):
    """The sessions of one VEVENT; libical leaves it to the client to take away those that another VEVENT overrides."""
    if event.get_first_property(RULE) is None:
        yield session(event, moment(event.get_dtstart()), moment(event.get_dtend()))
        return
    whole_days = event.get_dtstart().is_date()
    start, end = (ICalGLib.Time.new_from_string(f"{day:%Y%m%d}T000000Z") for day in (date(1970, 1, 1), horizon))
    spans = []
    event.foreach_recurrence(start, end, lambda _event, span: spans.append((span.get_start(), span.get_end())))
    for start, stop in spans:
        begins, ends = instant(start), instant(stop)
        if whole_days:
            begins, ends = begins[:10], ends[:10]
        if (event.get_uid(), begins) not in overridden:
            yield session(event, begins, ends)


def replaced(event):
    """The moment of the rule that this VEVENT overrides, or nothing; libical does not look its time zone up by itself."""
    written = event.get_recurrenceid()
    if written.is_null_time() or written.is_date():
        return None if written.is_null_time() else moment(written)
    name = event.get_first_property(REPLACED).get_first_parameter(TZID)
    return instant(written.as_timet_with_zone(name and event.get_parent().get_timezone(name.get_tzid())))


def session(event, start, end):
    status = event.get_first_property(STATUS)
    return {"uid": event.get_uid(), "start": start, "end": end, "summary": event.get_summary(), "status": status and status.get_value_as_string()}


def moment(time):
    """A date, or an instant in UTC."""
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    return instant(time.as_timet_with_zone(time.get_timezone()))


def instant(seconds):
    return datetime.fromtimestamp(seconds, UTC).isoformat()


if __name__ == "__main__":
    main(*sys.argv[1:])
