"""What pages say of themselves to programs, read back: as JSON-LD, against the vocabulary of schema.org, and as Google asks of events.

``WORDS`` is the part of schema.org (version 29) that a site of this kind has a use for, with the form of each value; a word that
is not in it is a fault until somebody has looked it up.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

Node = dict[str, Any]

TEXT, ADDRESS, NUMBER, MOMENT, TRUTH = "a text", "an address", "a number", "a date, or a time with its offset", "true or false"
_THING = {"name": TEXT, "description": TEXT, "url": ADDRESS, "sameAs": ADDRESS, "image": "ImageObject", "identifier": TEXT}
_EVENT = {
    **_THING,
    "startDate": MOMENT,
    "endDate": MOMENT,
    "previousStartDate": MOMENT,
    "eventStatus": re.compile(r"https://schema\.org/Event(Scheduled|Rescheduled|Postponed|Cancelled)"),
    "eventAttendanceMode": re.compile(r"https://schema\.org/(Offline|Online|Mixed)EventAttendanceMode"),
    "location": "Place VirtualLocation",
    "organizer": "Organization Person",
    "performer": "Person Organization",
    "offers": "Offer",
    "keywords": TEXT,
    "inLanguage": TEXT,
    "superEvent": "EventSeries",
    "subEvent": "Event",
    "maximumAttendeeCapacity": NUMBER,
    "isAccessibleForFree": TRUTH,
}
WORDS: dict[str, dict[str, Any]] = {
    "Event": _EVENT,
    "EventSeries": _EVENT,
    "Place": {
        **_THING,
        "address": "PostalAddress",
        "geo": "GeoCoordinates",
        "containedInPlace": "Place",
        "containsPlace": "Place",
        "maximumAttendeeCapacity": NUMBER,
        "amenityFeature": "LocationFeatureSpecification",
    },
    "VirtualLocation": _THING,
    "PostalAddress": {"streetAddress": TEXT, "addressLocality": TEXT, "postalCode": TEXT},
    "GeoCoordinates": {"latitude": NUMBER, "longitude": NUMBER},
    "LocationFeatureSpecification": {"name": TEXT, "value": TEXT},
    "Organization": {**_THING, "email": TEXT, "telephone": TEXT, "location": "Place"},
    "Person": {**_THING, "jobTitle": TEXT, "worksFor": "Organization"},
    "Offer": {
        "name": TEXT,
        "price": re.compile(r"\d+(\.\d+)?"),
        "priceCurrency": re.compile(r"[A-Z]{3}"),
        "availability": re.compile(r"https://schema\.org/(InStock|SoldOut)"),
        "url": ADDRESS,
        "validFrom": MOMENT,
    },
    "ImageObject": {"url": ADDRESS, "caption": TEXT},
    "WebSite": {**_THING, "inLanguage": TEXT, "publisher": "Organization"},
    "BreadcrumbList": {"itemListElement": "ListItem"},
    "ListItem": {"position": NUMBER, "name": TEXT, "item": ADDRESS},
}

REQUIRED = ("name", "startDate", "location", "location.name", "location.address")
"""What Google shows no event without; ``location.address`` is that of places, a ``VirtualLocation`` has its ``url``."""
RECOMMENDED = ("endDate", "eventStatus", "eventAttendanceMode", "description", "organizer.name", "organizer.url")
"""What it asks for besides, and every event of ours can say."""
OF_OFFERS = ("price", "priceCurrency", "availability", "url")


class Head(HTMLParser):
    """What the head of a page says: title, canonical addresses, named and Open Graph values, and data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.canonical: list[str] = []
        self.meta: dict[str, list[str]] = {}
        self.links: dict[tuple[str, str], str] = {}
        self.data: list[str] = []
        self._inside = ""
        self.feed(page.partition("<body")[0])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = "data" if given.get("type") == "application/ld+json" else tag
        if tag == "link" and given["rel"] == "canonical":
            self.canonical.append(given["href"])
        elif tag == "link":
            self.links[given["rel"], given.get("type", "")] = given["href"]
        elif tag == "meta":
            self.meta.setdefault(given.get("name") or given.get("property") or given.get("http-equiv") or "", []).append(given.get("content", ""))

    def handle_endtag(self, _tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.titles.append(data)
        elif self._inside == "data":
            self.data.append(data)

    @property
    def nodes(self) -> list[Node]:
        """What the page tells programs, in its order."""
        return [node for block in self.data for node in json.loads(block)["@graph"]]


def told(page: str, kind: str) -> list[Node]:
    """The things of a type that a page tells of at first hand."""
    return [node for node in Head(page).nodes if node["@type"] == kind]


def faults(node: Node, where: str = "") -> Iterator[str]:
    """Everything in a node that schema.org has no word for, or another kind of value."""
    kind = node.get("@type")
    if kind is None:
        if set(node) != {"@id"}:
            yield f"{where}: neither a type nor only a reference"
        return
    for name, value in node.items():
        if name in {"@type", "@id"}:
            continue
        expected = WORDS.get(kind, {}).get(name)
        for each in value if isinstance(value, list) else [value]:
            yield from [f"{where}{kind} has no {name}"] if expected is None else _faults_of_value(each, expected, f"{where}{kind}.{name}")


def _faults_of_value(value: object, expected: object, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if "@type" in value and value["@type"] not in str(expected).split():
            yield f"{where} is a {value['@type']}"
        yield from faults(value, f"{where}: ")
    elif not _is(value, expected):
        yield f"{where} is {value!r}, not {expected}"


def _is(value: object, expected: object) -> bool:
    if not isinstance(value, str):
        return expected == (TRUTH if isinstance(value, bool) else NUMBER)
    if isinstance(expected, re.Pattern):
        return bool(expected.fullmatch(value))
    if expected == MOMENT:
        return _is_moment(value)
    form = re.compile(r"https?://[^\s<>\"]+" if expected == ADDRESS else r"\S(.*\S)?")
    return expected in {ADDRESS, TEXT} and bool(form.fullmatch(value))


def _is_moment(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value if len(value) == 10 else datetime.fromisoformat(value).utcoffset() is not None
    except ValueError:
        return False


def lacking(event: Node) -> Iterator[str]:
    """What Google would miss in an event that is described in full."""
    for path in (*REQUIRED, *RECOMMENDED):
        for place in _at(event, path.split(".")[:-1]):
            last = path.rpartition(".")[2]
            if place.get("@type") == "VirtualLocation":
                last = "url"
            if not place.get(last):
                yield path
    if event["eventStatus"].endswith("EventRescheduled") and "previousStartDate" not in event:
        yield "previousStartDate"
    for offer in event.get("offers", []):
        yield from (f"offers.{name}" for name in OF_OFFERS if name not in offer and (name, offer["price"]) != ("priceCurrency", "0"))


def _at(event: Node, path: list[str]) -> list[Node]:
    """The nodes that a path of names leads to."""
    found = [event]
    for name in path:
        values = [node.get(name, {}) for node in found]
        found = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return found
