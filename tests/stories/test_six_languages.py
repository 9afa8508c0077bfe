"""A site in one language: every word of it, on pages, in feeds and in mails."""
# ruff: noqa: RUF001 - Greek letters that look like Latin ones are Greek, and that is the point

import re
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib
import pytest
from icalendar import Calendar
from said import messages
from story import Story
from town import found_town

from mcsite.render.catalogues import shipped_strings

SPOKEN = ("alt", "title", "aria-label", "placeholder", "data-done")
NAMES = re.compile(r"kB|TXT|Outlook(?:\.com)?|Microsoft 365|Thunderbird|Netlify")
ADDRESSES = re.compile(r"(?:https?|webcal|mailto)://?\S+|\S+@\S+|[\w.-]+\.(?:example|txt|org)\S*")

GREEK_TOWN = {
    "site.md": """\
        ---
        title: Κίνηση
        base_url: https://example.org/k/
        timezone: Europe/Athens
        language: el
        theme: echo
        description: Μικρές συναντήσεις.
        organiser: {name: Μαρία, email: hello@example.org}
        kinds: {circle: Κύκλος, workshop: Εργαστήρι, event: Γεγονός}
        signup: netlify
        ---
        Καλώς ήρθατε.
        """,
    "events/kyklos.md": """\
        ---
        title: Κύκλος Τρίτης
        kind: circle
        start: 2026-01-06 18:00
        end: 18:45
        repeat: weekly
        times: 9
        skip: {2026-02-10: διακοπές}
        cancelled: {2026-01-06: κλειστά, 2026-01-20: null}
        moved: {2026-01-13: 2026-01-14 19:00}
        changed: {2026-01-27: {title: Γιόγκα, note: Στρώμα, online: "https://meet.example/x"}}
        venue: spiti
        hosts: [maria, nikos, olga]
        partner: gym
        tags: [σώμα, γραφείο]
        capacity: 10
        prices: [{name: Μία, amount: 0}, {name: Άλλη, amount: 15, currency: EUR, for: members, url: https://book.example/}]
        aliases: [palios]
        ---
        Ελάτε.
        """,
    "events/pote.md": "title: Αναβολή\nkind: circle\nstart: 2026-02-03 18:00\nend: 19:00\nstatus: postponed\nvenue: spiti",
    "events/ochi.md": "title: Ακύρωση\nkind: circle\nstart: 2026-02-04 18:00\nend: 19:00\nstatus: cancelled\nvenue: spiti",
    "events/pano.md": "title: Μακριά\nkind: event\nstart: 2026-02-05\nend: 2026-03-02\nonline: https://meet.example/y\nsignup: mailto:hello@example.org",
    "events/ergo.md": "title: Εργασία\nkind: workshop\nworkshop: morfi\nstart: 2026-02-06 18:00\nduration: 50 min\nsignup: https://forms.example/x",
    "events/prin.md": "title: Πριν\nkind: circle\nstart: 2025-11-04 18:30\nend: 19:30\nhosts: [maria]",
    "events/anoichto.md": "title: Ανοιχτό\nkind: circle\nstart: 2026-01-08 18:00\nend: 19:00\nrepeat: weekly\nconfirmed_until: 2026-03-26\nvenue: spiti",
    "workshops/morfi.md": "---\ntitle: Μορφή\nminutes: 50\noutcomes: [Ένα]\nmaterials: [Δύο]\nversion: 3\nreviewed: 2026-01-02\ntakeaway: Τρία.\n---\nΚείμενο.",
    "library/karta.md": "---\ntitle: Κάρτα\nkind: κάρτα\nfiles: [karta.txt]\nlicence: Ελεύθερη\nowner: maria\nreview_by: 2026-06-01\n---\nΜία σελίδα.",
    "venues/spiti.md": "title: Σπίτι\naddress: Οδός 1\npostcode: 10000\nneighbourhood: Λιμάνι\ngeo: [51.5, -0.1]\ncapacity: 12\nhours: {Δευτέρα: πρωί}"
    "\naccess: {Σκάλα: όχι}",
    "people/maria.md": "---\ntitle: Μαρία\nrole: Ρόλος\nregistration: 123\n---\nΚείμενο.",
    "people/nikos.md": "title: Νίκος",
    "people/olga.md": "title: Όλγα",
    "partners/gym.md": "title: Γυμναστήριο\nvenue: spiti",
    "pages/privacy.md": "title: Δεδομένα",
    "assets/karta.txt": "Σήκω.\n",
}


def in_greek_letters(text):
    """The same message with other letters, its values and tags as they were."""
    return re.sub(r"(%\(\w+\)s|<[^<>]*>)|([A-Za-z])", lambda found: found[1] or "λ", text)


def echo(said):
    """A catalogue that translates every message into letters that are not Latin."""
    rows = ['msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n']
    for message in said:
        rows.append(f"msgctxt {quoted(message.context)}" if message.context else "")
        rows.append(f"msgid {quoted(message.one)}")
        if message.many:
            rows += [f"msgid_plural {quoted(message.many)}", f"msgstr[0] {quoted(in_greek_letters(message.one))}"]
            rows.append(f"msgstr[1] {quoted(in_greek_letters(message.many))}\n")
        else:
            rows.append(f"msgstr {quoted(in_greek_letters(message.one))}\n")
    return "\n".join(rows)


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def read_out(html):
    """Every text of a page that somebody sees or hears, scripts and styles apart; what is marked as being in no language is none."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if element.tag not in {"script", "style"}:
            yield from ("" if element.get("translate") == "no" else element.text or "", element.tail or "")
        yield from (element.get(name, "") for name in SPOKEN)
        if element.tag == "meta" and element.get("name") == "description":
            yield element.get("content", "")
        if element.get("href", "").startswith("mailto:"):
            yield unquote(element.get("href").partition("?")[2]).replace("subject=", "").replace("&body=", " ")
        if element.get("name") == "_subject":
            yield element.get("value")


def spoken(path, data):
    """The texts of a public file for people."""
    if path.endswith(".html"):
        yield from read_out(data.decode())
    elif path.endswith(".ics"):
        calendar = Calendar.from_ical(data)
        yield from (str(calendar.get(name, "")) for name in ("NAME", "X-WR-CALNAME"))
        for event in calendar.walk("VEVENT"):
            yield from (str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION"))
            yield from (str(category) for category in event["CATEGORIES"].cats)
    elif path == "feed.xml":
        yield from (element.text or "" for element in ET.fromstring(data).iter() if element.tag.endswith(("title", "summary", "subtitle")))


def test_no_word_is_hard_coded(site):
    """A town in Greek, whose interface is translated into λλλ: whatever is left in Latin letters, nobody could translate."""
    for path, text in GREEK_TOWN.items():
        site.write(path, text)
    site.write("themes/echo/strings/el.po", echo(messages()))
    assert "E" not in "".join(code[0] for code in site.build(now="2026-01-05T09:00").codes)
    found = {}
    for path, data in site.files().items():
        for text in spoken(path, data):
            for word in re.findall(r"[A-Za-z]{2,}", ADDRESSES.sub("", NAMES.sub("", unescape(text)))):
                found.setdefault(word, path)
    assert found == {}


CANCELLED = {"ar": "ملغى: ", "de": "Abgesagt: ", "en": "Cancelled: ", "es": "Cancelado: ", "fr": "Annulé\N{NARROW NO-BREAK SPACE}: ", "pt": "Cancelado: "}
DAYS = {
    "ar": "الخميس، 8 يناير 2026",
    "de": "Donnerstag, 8. Januar 2026",
    "en": "Thursday 8 January 2026",
    "es": "jueves, 8 de enero de 2026",
    "fr": "jeudi 8 janvier 2026",
    "pt": "quinta-feira, 8 de janeiro de 2026",
}
PRICES = {"ar": "8\xa0UK£", "de": "8\xa0£", "en": "£8", "es": "8\xa0GBP", "fr": "8\xa0£GB", "pt": "£\xa08"}


@pytest.fixture
def town(site):
    """The town of every test, in a language."""

    def built(language):
        found_town(site).settings(f"language: {language}")
        assert site.build().codes == []
        return site

    return built


@pytest.mark.parametrize("language", sorted(CANCELLED))
def test_a_town_speaks_one_language(town, language):
    site = town(language)
    for path in ("index.html", "calendar/index.html", "events/pop-up/2026-01-15/index.html", "subscribe/index.html"):
        html = html5lib.parse(site.read(path), namespaceHTMLElements=False)
        assert (html.get("lang"), html.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    assert DAYS[language] in site.read("events/pop-up/index.html")
    assert PRICES[language] in site.read("events/desk-evening/index.html").replace("\N{RIGHT-TO-LEFT MARK}", "")
    called_off = next(event for event in Calendar.from_ical(site.read("calendar.ics")).walk("VEVENT") if event["STATUS"] == "CANCELLED")
    assert str(called_off["SUMMARY"]) == CANCELLED[language] + "Thursday Pop-up"
    assert site.read("events.json").count('"status": "cancelled"') == 1


@pytest.mark.parametrize("language", sorted(CANCELLED.keys() - {"en"}))
def test_no_message_stays_english(town, language):
    """Of a whole message that has a translation, the English words stand nowhere."""
    site = town(language)
    strings = shipped_strings(language)
    english = {message.one for message in messages() if strings.pgettext(message.context, message.one) != message.one} - {
        "About",
        "Home",
    }  # names in the town itself
    assert len(english) > 250
    for path, data in site.files().items():
        if path.endswith(".html"):
            assert not english & {" ".join(text.split()) for text in read_out(data.decode())}, path


@pytest.mark.parametrize(("times", "said"), [(1, "جلسة واحدة"), (2, "جلستان"), (3, "3 جلسات"), (11, "11 جلسة"), (100, "100 جلسة")])
def test_arabic_counts_in_six_ways(site, times, said):
    site.settings("language: ar").write("events/a.md", f"title: A\nstart: 2025-01-06 18:00\nend: 19:00\nrepeat: daily\ntimes: {times}").build()
    assert f'<span class="count">{said}</span>' in site.read("archive/index.html")


def test_a_changed_word_makes_the_pages_again_that_say_it_and_no_others(town, tmp_path):
    site = town("de")
    site.write("themes/default/strings/de.po", 'msgid "Getting there"\nmsgstr "Anfahrt"\n')
    written = site.build().written
    assert written == {"venues/harbour-cowork/index.html", "venues/park-pavilion/index.html"}
    clean = Story(tmp_path / "clean").copy_of(site.root)
    clean.build(previous=site.ledger)
    assert clean.files() == site.files()


def test_a_better_word_modifies_no_session(town):
    site = town("de")
    before = site.ledger.sessions
    site.write("themes/default/strings/de.po", 'msgid "Cancelled: %(title)s"\nmsgstr "Entfällt: %(title)s"\n')
    site.build()
    assert "SUMMARY:Entfällt: Thursday Pop-up" in site.read("calendar.ics")
    assert site.ledger.sessions == before


def test_a_language_without_words_is_english_with_its_own_dates(site):
    found_town(site).settings("language: nl")
    assert site.build().codes == ["W511"]
    page = site.read("events/pop-up/index.html")
    assert '<html lang="nl"' in page
    assert "donderdag 8 januari 2026" in page
    assert "All coming dates" in page


def test_quotations_are_marked_as_the_language_does(site):
    site.settings("language: fr").write("pages/mot.md", "---\ntitle: Mot\n---\nElle dit : \"L'*été*, n'est-ce pas ?\"").build()
    narrow = "\N{NARROW NO-BREAK SPACE}"
    assert f"<p>Elle dit{narrow}: «{narrow}L’<em>été</em>, n’est-ce pas{narrow}?{narrow}»</p>" in site.read("mot/index.html")
