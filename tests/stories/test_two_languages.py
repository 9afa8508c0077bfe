"""A site in two languages: the same sessions twice, a switch between the pages, and nothing that was published ever silent."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from bilingual import found_bilingual_town, in_arabic
from icalendar import Calendar
from links import dead_links

from mcsite.model import addresses

ROOT = "https://example.org/moves/"
LATER = "2026-01-05T18:00"


class Head(HTMLParser):
    """The language of a page, where it says that it is, and what it says of its other languages; and what its switch leads to."""

    def __init__(self, text):
        super().__init__()
        self.language = self.direction = self.canonical = ""
        self.alternates, self.switch, self.hidden = {}, {}, False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "html":
            self.language, self.direction = given["lang"], given["dir"]
        if tag == "link" and given["rel"] == "canonical":
            self.canonical = given["href"]
        if tag == "link" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "a" and "hreflang" in given:
            self.switch[given["hreflang"], given["lang"]] = given["href"]
        self.hidden |= tag == "meta" and "noindex" in given.get("content", "")


@pytest.fixture
def whole_town(site):
    return found_bilingual_town(site)


@pytest.fixture
def town(whole_town):
    """Without what takes long to make."""
    return whole_town.settings("outputs: [pages, sessions, calendars]")


def public(site):
    root = site.output / "public"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def heads(site):
    """Every page with the frame of the site, by address."""
    pages = ((path, data.decode()) for path, data in public(site).items() if path.endswith("index.html"))
    return {addresses.answered_by(path): Head(text) for path, text in pages if 'class="masthead"' in text}


def entries(site, path):
    return {str(event["uid"]): event for event in Calendar.from_ical((site.output / "public" / path).read_bytes()).walk("VEVENT")}


def vevents(site, path):
    """Each VEVENT as bytes, by UID."""
    found = re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", (site.output / "public" / path).read_bytes().decode(), re.DOTALL)
    return {re.search(r"UID:(\S+)", text)[1]: text for text in found}


def test_every_page_is_there_in_both_languages_and_every_link_leads_somewhere(whole_town):
    whole_town.build()
    files = public(whole_town)
    assert dead_links(files, ROOT) == []
    german = {path.removeprefix("de/") for path in files if path.startswith("de/") and path.endswith((".html", ".ics", ".pdf", ".xml"))}
    english = {path for path in files if not path.startswith("de/") and path.endswith((".html", ".ics", ".pdf", ".xml"))}
    assert german == english


def test_the_alternates_of_every_page_are_complete_and_lead_back(town):
    town.build()
    found = heads(town)
    assert {head.language for head in found.values()} == {"en", "de"}
    for address, head in found.items():
        if head.canonical and not head.hidden:
            main = ROOT + address.removeprefix("de/")
            assert head.alternates == {"en": main, "de": f"{ROOT}de/{address.removeprefix('de/')}", "x-default": main}
            assert head.canonical == head.alternates[head.language]
            assert all(found[other.removeprefix(ROOT)].alternates == head.alternates for other in head.alternates.values())


def test_the_switch_of_every_page_leads_to_the_same_page_in_the_other_language(town):
    town.build()
    for address, head in heads(town).items():
        other = "en" if head.language == "de" else "de"
        there = address.removeprefix("de/") if head.language == "de" else f"de/{address}"
        assert head.switch == {(other, other): f"/moves/{there}"}


def test_from_a_page_that_is_not_there_the_switch_leads_home(town):
    town.build()
    assert Head(town.read("404.html")).switch == {("de", "de"): "/moves/de/"}
    assert Head(town.read("de/404.html")).switch == {("en", "en"): "/moves/"}


def test_both_feeds_have_the_same_sessions_each_in_its_own_words(town):
    town.build()
    english, german = entries(town, "calendar.ics"), entries(town, "de/calendar.ics")
    assert english.keys() == german.keys()
    for uid, event in english.items():
        assert all(event[name] == german[uid][name] for name in ("dtstart", "dtend", "sequence", "status", "last-modified"))
    first, off = german["stretch-2026-01-06@example.org"], german["stretch-2026-01-20@example.org"]
    assert (first["summary"], first["url"]) == ("Dehnkreis am Dienstag", f"{ROOT}de/events/stretch/2026-01-06/")
    assert off["summary"] == "Abgesagt: Dehnkreis am Dienstag"
    assert "Praxis geschlossen" in off["description"]
    assert first["categories"].cats == ["Kreis", "Haltung", "breath"]
    assert german["sound@example.org"]["summary"] == "Gongs by the Water"


def test_every_feed_of_a_part_and_of_a_series_is_there_in_the_other_language(town):
    town.build()
    feeds = [path for path in public(town) if path.endswith(".ics") and not path.startswith("de/")]
    assert len(feeds) > 15
    for path in feeds:
        assert entries(town, path).keys() == entries(town, f"de/{path}").keys()


def test_what_was_not_translated_says_which_language_it_is_in(town):
    town.build()
    page = town.read("de/events/sound/index.html")
    assert '<h1><bdi lang="en">Gongs by the Water</bdi></h1>' in page
    assert '<p class="lead"><bdi lang="en">An hour of listening.</bdi></p>' in page
    assert re.search(r'<div class="prose" lang="en" dir="auto">\s*<p>Lie down', page)
    assert "Noch ist nicht alles auf dieser Seite übersetzt: Der Rest ist auf Englisch." in page
    assert "<title>Gongs by the Water · Gut bewegt</title>" in page
    assert '<bdi lang="en">Gongs by the Water</bdi>' in town.read("de/events/index.html")
    assert 'lang="en">breath<' in town.read("de/events/stretch/index.html")


def test_what_was_translated_says_nothing_of_it(town):
    town.build()
    page = town.read("de/first-visit/index.html")
    assert "Noch ist nicht alles" not in page
    assert 'lang="en"' not in page[page.index("<main") : page.index("</main>")]
    assert "\ufdd0" not in "".join(data.decode("utf-8", "ignore") for path, data in public(town).items() if path.endswith((".html", ".ics", ".json", ".xml")))


def test_texts_are_set_with_the_marks_of_their_language(town):
    town.write("events/sound.md", '---\ntitle: Gongs\nstart: 2026-02-14 19:00\nend: 20:00\n---\nIt is "loud".').build()
    assert "„wie du bist“" in town.read("de/events/stretch/index.html")
    assert "“loud”" in town.read("de/events/sound/index.html")


def test_pictures_and_downloads_are_shared(town):
    town.build()
    files = public(town)
    assert 'src="/moves/assets/quay.svg"' in town.read("de/index.html")
    assert 'href="/moves/assets/card.txt"' in town.read("de/library/card/index.html")
    assert not [path for path in files if path.startswith(("de/assets/", "de/theme/")) or path in {"de/ledger.json", "de/robots.txt", "de/_headers"}]


def test_a_link_to_a_heading_is_to_the_heading_as_it_was_translated(town):
    town.build()
    assert 'href="/moves/de/first-visit/#was-du-brauchst"' in town.read("de/events/stretch/index.html")
    assert 'href="/moves/first-visit/#what-to-bring"' in town.read("events/stretch/index.html")


def test_programs_and_readers_of_news_have_both_languages(town):
    town.build()
    english, german = (json.loads(town.read(f"{folder}events.json"))["sessions"] for folder in ("", "de/"))
    assert [session["uid"] for session in english] == [session["uid"] for session in german]
    assert german[0]["url"].startswith(f"{ROOT}de/")
    atom = ET.fromstring(town.read("de/feed.xml"))
    assert atom.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert json.loads(town.read("de/feed.json"))["language"] == "de"


def test_the_sitemap_of_each_language_names_the_others_and_robots_are_told_of_both(town):
    town.build()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    links = {}
    for folder in ("", "de/"):
        for url in ET.fromstring(town.read(f"{folder}sitemap.xml")).findall("s:url", names):
            links[url.findtext("s:loc", "", names)] = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
    assert f"{ROOT}de/events/stretch/" in links
    assert all(address in found.values() and all(links[other] == found for other in found.values()) for address, found in links.items())
    assert town.read("robots.txt").endswith(f"Sitemap: {ROOT}sitemap.xml\nSitemap: {ROOT}de/sitemap.xml\n")


def test_adding_a_language_disturbs_no_follower(town):
    alone = town.path("site.md").read_text("utf-8").replace("languages: [en, de]\n", "")
    translations = {path: path.read_bytes() for path in town.root.rglob("*.de.md")}
    for path in translations:
        path.unlink()
    town.write("site.md", alone).build()
    before, ledger = vevents(town, "calendar.ics"), town.ledger
    for path, data in translations.items():
        path.write_bytes(data)
    town.write("site.md", alone.replace("title: Moving Well\n", "title: Moving Well\nlanguages: [en, de]\n")).build(LATER)
    assert vevents(town, "calendar.ics") == before
    assert [(each.uid, each.sequence, each.modified, each.digest) for each in town.ledger.sessions] == [
        (each.uid, each.sequence, each.modified, each.digest) for each in ledger.sessions
    ]


def test_a_better_translation_is_delivered_in_its_language_and_nowhere_else(town):
    town.build()
    english, german = vevents(town, "calendar.ics"), vevents(town, "de/calendar.ics")
    path = town.path("events/stretch.de.md")
    path.write_text(path.read_text("utf-8").replace("steife", "müde"), "utf-8")
    town.build(LATER)
    assert vevents(town, "calendar.ics") == english
    now = vevents(town, "de/calendar.ics")
    assert {uid for uid in now if now[uid] != german[uid]} == {uid for uid in now if uid.startswith("stretch-")}
    told, before = entries(town, "de/calendar.ics")["stretch-2026-01-06@example.org"], "LAST-MODIFIED:20260105T080000Z"
    assert before in german["stretch-2026-01-06@example.org"]
    assert (told["sequence"], told["last-modified"].dt.isoformat()) == (0, "2026-01-05T17:00:00+00:00")


def test_a_correction_of_the_main_text_leaves_a_translation_as_it_is(town):
    town.build()
    english, german = vevents(town, "calendar.ics"), vevents(town, "de/calendar.ics")
    series = town.read("de/events/stretch/series.ics")
    path = town.path("events/stretch.md")
    path.write_text(path.read_text("utf-8").replace('Come "as you are".', "Come as you like."), "utf-8")
    town.build(LATER)
    assert vevents(town, "de/calendar.ics") == german
    assert town.read("de/events/stretch/series.ics") == series
    assert vevents(town, "calendar.ics") != english


def test_a_better_translation_is_news_for_its_followers_alone(town):
    assert town.command("build", "--now", "2026-01-05T09:00", "-q").returncode == 0
    path = town.path("events/stretch.de.md")
    path.write_text(path.read_text("utf-8").replace("steife", "müde"), "utf-8")
    assert "For followers: 6 with other words in de." in town.command("diff", "--now", LATER).stdout
    assert "For followers: 6 with other words in de\n" in town.command("build", "--now", LATER).stderr
    assert "Nothing changes for followers." in town.command("diff", "--now", LATER).stdout


def test_a_moved_session_moves_in_every_language(town):
    town.build()
    path = town.path("events/stretch.md")
    path.write_text(path.read_text("utf-8").replace("changed:", "moved: {2026-01-13: 2026-01-14 19:00}\nchanged:"), "utf-8")
    town.build(LATER)
    for feed in ("calendar.ics", "de/calendar.ics"):
        moved = entries(town, feed)["stretch-2026-01-13@example.org"]
        assert (moved["sequence"], moved["dtstart"].dt.isoformat()[:16]) == (1, "2026-01-14T19:00")


def test_nothing_to_do_writes_nothing(town):
    town.build()
    assert town.build().written == set()


def test_every_address_of_a_language_that_goes_still_answers(town):
    town.build()
    german = [address for address, _ in town.ledger.addresses if address.startswith("de/")]
    feed, series = entries(town, "calendar.ics").keys(), entries(town, "events/stretch/calendar.ics").keys()
    for path in town.root.rglob("*.de.md"):
        path.unlink()
    town.write("site.md", town.path("site.md").read_text("utf-8").replace("languages: [en, de]\n", "")).build(LATER)
    assert len(german) > 50
    assert [address for address in german if not (town.output / "public" / addresses.file_of(address)).is_file()] == []
    assert "url=/moves/events/stretch/2026-01-13/" in town.read("de/events/stretch/2026-01-13/index.html")
    assert 'url=/moves/"' in town.read("de/index.html")
    assert entries(town, "de/calendar.ics").keys() == feed
    assert entries(town, "de/events/stretch/calendar.ics").keys() == series
    assert town.read("de/feed.xml") == town.read("feed.xml")
    assert dead_links(public(town), ROOT) == []
    assert {address for address, _ in town.ledger.addresses} >= set(german)


def test_a_renamed_event_is_found_under_its_former_address_in_each_language(town):
    town.build()
    town.rename("events/stretch.md", "events/circle.md").rename("events/stretch.de.md", "events/circle.de.md")
    path = town.path("site.de.md")
    path.write_text(path.read_text("utf-8").replace("stretch.de.md", "circle.de.md"), "utf-8")
    path = town.path("site.md")
    path.write_text(path.read_text("utf-8").replace("stretch.md", "circle.md"), "utf-8")
    town.build(LATER)
    assert "url=/moves/de/events/circle/2026-01-13/" in town.read("de/events/stretch/2026-01-13/index.html")
    assert entries(town, "de/events/stretch/calendar.ics").keys() == entries(town, "de/events/circle/calendar.ics").keys()


def test_arabic_pages_run_from_right_to_left_and_lead_to_english_ones(town):
    in_arabic(town)
    assert not town.build().codes
    found = heads(town)
    assert {(head.language, head.direction) for head in found.values()} == {("en", "ltr"), ("ar", "rtl")}
    assert '<a href="/moves/ar/" lang="ar" hreflang="ar">العربية</a>' in town.read("index.html")
    assert entries(town, "calendar.ics").keys() == entries(town, "ar/calendar.ics").keys()
    assert "لم تُترجم هذه الصفحة كلها بعد" in town.read("ar/events/sound/index.html")


def test_a_draft_is_in_no_language_and_neither_are_its_pictures(town):
    town.write("events/secret.md", "title: Secret\nstart: 2026-03-01 18:00\nend: 19:00\ndraft: yes")
    town.write("events/secret.de.md", "---\ntitle: Geheim\n---\n![x](secret.svg)").write("assets/secret.svg", town.path("assets/quay.svg").read_bytes())
    assert not town.build().codes
    assert not [path for path in public(town) if "secret" in path]


def test_the_words_of_both_languages_are_found_in_their_own_search(whole_town):
    whole_town.build()
    pages = {folder: whole_town.read(f"{folder}search/index.html") for folder in ("", "de/")}
    assert 'data-search="/moves/de/search/index/" data-base="/moves/de/"' in pages["de/"]
    assert "Dehnkreis am Dienstag" in pages["de/"]
    assert "Dehnkreis" not in pages[""]
    indexed = {folder: json.loads(whole_town.read(f"{folder}search/index/pagefind-entry.json"))["languages"] for folder in ("", "de/")}
    assert [list(languages) for languages in indexed.values()] == [["en"], ["de"]]


def test_a_site_in_one_language_says_nothing_of_languages(town):
    for path in town.root.rglob("*.de.md"):
        path.unlink()
    town.write("site.md", town.path("site.md").read_text("utf-8").replace("languages: [en, de]\n", "")).build()
    assert "hreflang" not in "".join(data.decode() for path, data in public(town).items() if path.endswith((".html", ".xml")))
    assert all(not session.renditions for session in town.ledger.sessions)
