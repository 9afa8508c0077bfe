import pytest
from foreign import LONDON, calendar

from mcsite.importing.components import calendars
from mcsite.importing.lines import content_lines
from mcsite.importing.remarks import Remarks
from mcsite.importing.zones import Zones
from mcsite.source.zones import zone_name


def zones(*parts: str, head: str = "", home: str = "Europe/Berlin") -> Zones:
    remarks = Remarks()
    (found,) = calendars(content_lines(calendar(*parts, head=head), remarks))
    return Zones(found, home, remarks)


@pytest.mark.parametrize(("tzid", "name"), [
    ("Europe/London", "Europe/London"), ("europe/london", "Europe/London"), ("/Europe/London", "Europe/London"),
    ("/freeassociation.sourceforge.net/Tzfile/Europe/London", "Europe/London"),
    ("/mozilla.org/20050126_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
    ("Eastern Standard Time", "America/New_York"), ("W. Europe Standard Time", "Europe/Berlin"), ("America/New York", "America/New_York"),
    ("GMT", "UTC"), ("UTC", "UTC"), ("Etc/UTC", "UTC"), ("EST", "America/Bogota"), ("CET", "Europe/Berlin"), ("US/Eastern", "US/Eastern"),
])  # fmt: skip
def test_names_of_all_sorts_are_understood(tzid, name):
    assert zones().find(tzid) == name
    assert zone_name(name) == name


@pytest.mark.parametrize("tzid", ["Customized Time Zone", "tzone://Microsoft/Custom", "Our zone", "GMT Standard Time (custom)"])
def test_a_name_that_says_nothing_is_known_by_its_hours(tzid):
    found = zones(LONDON.format(name=tzid))
    assert found.name(tzid) == "Europe/London"
    assert tzid in found.remarks.general[0]


def test_the_hours_of_the_site_are_preferred():
    assert zones(LONDON.format(name="Ours"), home="Europe/Jersey").name("Ours") == "Europe/Jersey"


def test_another_name_beside_it_helps():
    assert zones("BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE").name("Ours") == "Asia/Tokyo"


def test_hours_that_no_zone_has_are_those_of_the_calendar_and_it_is_said():
    found = zones(LONDON.format(name="Ours").replace("+0100", "+0107"), head="X-WR-TIMEZONE:Asia/Tokyo")
    assert found.name("Ours") == "Asia/Tokyo"
    assert "Ours" in found.remarks.general[0]


@pytest.mark.parametrize(
    ("head", "default"),
    [("", "Europe/Berlin"), ("X-WR-TIMEZONE:Asia/Tokyo", "Asia/Tokyo"), ("X-WR-TIMEZONE:UTC", "Europe/Berlin"), ("X-WR-TIMEZONE:Nowhere", "Europe/Berlin")],
)
def test_times_without_a_zone_have_that_of_the_calendar_or_the_site(head, default):
    assert zones(head=head).name("") == default
