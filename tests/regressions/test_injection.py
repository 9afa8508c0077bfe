"""A site whose every field is hostile: what is built from it runs nothing, loads nothing from elsewhere, and forges nothing."""

import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import html5lib
import pytest
from icalendar import Calendar

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "\" onmouseover=alert(1) x='",
    "{{ 7*7 }}{% for x in y %}",
    "]]><x/>--><!-- &amp; &lt;script&gt;",
    "[x](javascript:alert(1)) ![x](data:image/svg+xml,<svg onload=alert(1)>)",
    'a;X="b":c,d\\e\\nATTENDEE:mailto:x@evil.example',
    "BEGIN:VALARM, ::error::owned ##[error]owned",
    "'=cmd|' /C calc'!A0 ../../etc/passwd",
)
SCHEMES = {"", "http", "https", "mailto", "tel", "webcal", "geo"}
LOADING = {"src", "srcset", "poster", "data", "background", "formaction"}
PROPERTIES = {
    *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS"),
    *("CATEGORIES", "CLASS", "TRANSP", "RRULE", "EXDATE", "RECURRENCE-ID"),
}


def fields(**given: object) -> str:
    """Front matter in which every value is spelt as JSON, so that it comes through as it is."""
    return "---\n" + "".join(f"{name}: {json.dumps(value)}\n" for name, value in given.items())


@pytest.fixture
def built(site):
    """The public files of a site that says every payload wherever text may stand."""
    one = PAYLOADS[1]
    body = "---\n" + "\n\n".join(text for text in PAYLOADS if "](" not in text and "<img" not in text)
    site.write(
        "site.md",
        fields(title=one, base_url="https://example.org/repo/", timezone="Europe/London", currency="GBP", description=PAYLOADS[3])
        + fields(organiser={"name": one, "registration": PAYLOADS[4]}, kinds={"odd": one})[4:]
        + fields(navigation=[{"title": one, "to": "events/"}])[4:]
        + body,
    )
    for number, text in enumerate(PAYLOADS):
        said = f"n{number} {text}"
        site.write(
            f"venues/v{number}.md",
            fields(title=said, address=text, neighbourhood=said, directions=text, access={said: text}, hours={said: text}) + body,
        )
        site.write(f"people/h{number}.md", fields(title=said, role=text, registration=text) + body)
        site.write(f"partners/t{number}.md", fields(title=said, venue=f"v{number}", contact=text) + body)
        site.write(
            f"workshops/w{number}.md",
            fields(title=said, summary=text, version=text, outcomes=[text], outline=[{"minutes": text, "text": text}], materials=[text], stop_if=[text]) + body,
        )
        site.write(f"library/l{number}.md", fields(title=said, kind=text, summary=text, licence=text, credit=text, tags=[said]) + body)
        site.write(f"pages/x{number}.md", fields(title=said, summary=text) + body)
        site.write(
            f"events/e{number}.md",
            fields(title=said, start="2026-01-06 18:00", end="18:45", repeat="weekly", times=3, skip={"2026-01-13": text}, cancelled={"2026-01-20": text})
            + fields(changed={"2026-01-06": {"title": text, "note": text}}, prices=[{"name": text, "amount": 5}], summary=text, tags=[said], kind="odd")[4:]
            + fields(venue=f"v{number}", hosts=[f"h{number}"], workshop=f"w{number}", partner=f"t{number}", signup="https://book.example/?a=1&b='2'")[4:]
            + body,
        )
    prepared = site.prepare()
    assert not prepared.broken, prepared.diagnostics
    site.build()
    return site.files()


def test_nothing_runs_loads_or_is_forged(built):
    assert [what for path, data in built.items() if path.endswith(".html") for what in harm(path, data)] == []
    assert any("{{ 7*7 }}" in data.decode() for path, data in built.items() if path.endswith(".html"))
    feeds = {path: Calendar.from_ical(data) for path, data in built.items() if path.endswith(".ics")}
    assert {name for feed in feeds.values() for event in feed.walk("VEVENT") for name in event} <= PROPERTIES
    assert not any(feed.walk("VALARM") for feed in feeds.values())
    assert all(re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None for path, data in built.items() if path.endswith(".ics"))
    for path, data in built.items():
        if path.endswith(".xml"):
            ET.fromstring(data)
        if path.endswith(".json"):
            json.loads(data)
    assert not any(b"evil" in built[path] or b"script>" in built[path] for path in ("_headers", "_redirects", "robots.txt"))


def harm(path, data):
    """Everything on a page that would act."""
    for element in html5lib.parse(data.decode(), namespaceHTMLElements=False).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ("iframe", "object", "embed", "plaintext", "style", "foreignObject") or (tag == "base" and element.attrib != {"target": "_top"}):
            yield path, tag
        if tag == "script" and element.get("type") == "application/ld+json":
            json.loads(element.text)
        elif tag == "script" and not (element.get("src", "").startswith("/repo/theme/") and not element.text):
            yield path, "script"
        for written, value in element.attrib.items():
            name = str(written).rpartition("}")[2].lower()
            if name.startswith("on") or name in ("style", "srcdoc"):
                yield path, tag, name, value
            if name in LOADING | {"href", "action"}:
                address = urlsplit("".join(value.split()))
                foreign = address.netloc not in ("", "example.org") and (name in LOADING or (tag == "link" and element.get("rel") == "stylesheet"))
                if address.scheme not in SCHEMES or foreign or value.startswith(("//", "\\")):
                    yield path, tag, name, value
