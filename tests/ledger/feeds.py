"""What a follower of a site has in her calendar: the VEVENTs of its feed, by UID."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One VEVENT: its bytes as text, and what it says."""

    text: str

    def __getitem__(self, name):
        found = re.search(rf"^{name}(?:;[^:\r\n]*)?:(.*)$", self.text, re.MULTILINE)
        return found[1].strip() if found else ""

    @property
    def sequence(self):
        return int(self["SEQUENCE"])

    @property
    def essence(self):
        """What a follower must look at again when it changes."""
        return tuple(self[name] for name in ("DTSTART", "DTEND", "LOCATION", "STATUS"))

    @property
    def seen(self):
        """Everything that she sees, and nothing that only tells that it changed."""
        return re.sub(r"^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n", "", self.text, flags=re.MULTILINE)


def entries(data):
    """The VEVENTs of a feed by UID, each UID only once."""
    text = data.decode().replace("\r\n ", "")
    found = [Entry(part) for part in re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", text, re.DOTALL)]
    by_uid = {entry["UID"]: entry for entry in found}
    assert len(by_uid) == len(found)
    return by_uid


def followed(site):
    """What who follows everything has."""
    return entries((site.output / "public" / "calendar.ics").read_bytes())
