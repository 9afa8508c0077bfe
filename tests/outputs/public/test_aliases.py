import html5lib
from factory import WORDLESS, edition, event, session, settings, weekly

from mcsite.outputs.public.aliases import plan


def made(*sessions, **changes):
    whole = edition(*sessions, site={"settings": settings(**changes)})
    return {artifact.path: artifact.make(**artifact.inputs).decode() for artifact in plan(whole, WORDLESS)}


def test_a_former_address_leads_to_the_event():
    files = made(session(event("new", aliases=("old",), title='Stretch & "rest" <b>')), base_url="https://h.example/m/")
    assert list(files) == ["events/old/index.html"]
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(files["events/old/index.html"])
    assert page.find(".//meta[@http-equiv='refresh']").get("content") == "0; url=/m/events/new/"
    assert page.find(".//link[@rel='canonical']").get("href") == "https://h.example/m/events/new/"
    assert page.find(".//a").get("href") == "/m/events/new/"
    assert page.find(".//a").text == 'Stretch & "rest" <b>'
    assert page.get("lang") == "en"


def test_the_sessions_of_a_series_are_found_below_it():
    files = made(*weekly(event("new", rule="FREQ=WEEKLY", aliases=("old",)), times=2))
    assert sorted(files) == ["events/old/2026-01-06/index.html", "events/old/2026-01-13/index.html", "events/old/index.html"]
    assert "/events/new/2026-01-13/" in files["events/old/2026-01-13/index.html"]


def test_an_event_that_was_never_renamed_has_none():
    assert made(session()) == {}
