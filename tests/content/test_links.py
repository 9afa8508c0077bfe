"""Links and pictures of a text, found, resolved and checked."""

from dataclasses import replace

import pytest

from mcsite.content.assets import Asset
from mcsite.content.links import resolve, resolve_text
from mcsite.content.targets import Index
from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.library import AssetFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.source.document import Document

FOLDERS = {"event": "events", "workshop": "workshops", "library": "library", "venue": "venues", "person": "people", "partner": "partners", "page": "pages"}


def document(kind, slug, body="", path="", /, **fields):
    where = path or f"content/{FOLDERS[kind]}/{slug}.md"
    return Document(where, kind, slug, {"title": slug.replace("-", " ").title(), **fields}, Origin(where, {}, 5), body)


def asset(path, width=0, height=0):
    return Asset(AssetFile(path, "d", 1, path), bool(width), width, height)


INDEX = Index(
    documents={
        each.path: each
        for each in (
            document("event", "swap", "## What to bring\n\nA mat.", tags=["Desk work", "posture"], kind="pop-up", neighbourhood="Old Harbour"),
            document("event", "stretch", "", "content/events/2026/stretch.md", tags="desk work"),
            document("workshop", "desk-posture"),
            document("library", "flyer"),
            document("venue", "harbour-cowork", neighbourhood="Quayside"),
            document("person", "ada"),
            document("person", "ben", public="no"),
            document("partner", "gym"),
            document("page", "about", "# Who we are\n\n## Don't panic"),
            Document("content/site.md", "site", "site", {"title": "Moves"}, Origin("content/site.md")),
        )
    },
    assets={each.file.path: each for each in (asset("assets/room.jpg", 640, 480), asset("assets/prints/flyer a5.pdf"), asset("assets/icon.svg", 1, 1))},
    held={"content/events/secret.md": "it is a draft"},
    notes=(Diagnostic(Span("assets/broken.png"), "E403", "broken"),),
)


def read(body, kind="event", slug="here", path=""):
    return resolve(document(kind, slug, body, path), INDEX)


def address(target, **where):
    prose, notes = read(f"[x](<{target}>)", **where)
    assert notes == ()
    return dict(prose.links)[target]


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("../events/swap.md", "events/swap/"),
        ("swap.md", "events/swap/"),
        ("./swap.md", "events/swap/"),
        ("swap", "events/swap/"),
        ("2026/stretch.md", "events/stretch/"),
        ("..\\events\\swap.md", "events/swap/"),
        ("../workshops/desk-posture.md", "workshops/desk-posture/"),
        ("../pages/about.md", "about/"),
        ("../site.md", ""),
        ("/content/events/swap.md", "events/swap/"),
        ("../events/swap.md#what-to-bring", "events/swap/#what-to-bring"),
        ("../pages/about.md#dont-panic", "about/#dont-panic"),
        ("../events/swap.md#signup", "events/swap/#signup"),
        ("event:swap", "events/swap/"),
        ("event:Swap", "events/swap/"),
        ("workshop:Desk Posture", "workshops/desk-posture/"),
        ("venue:harbour-cowork", "venues/harbour-cowork/"),
        ("person:ada", "people/ada/"),
        ("people:ada", "people/ada/"),
        ("partner:gym", "partners/gym/"),
        ("library:flyer", "library/flyer/"),
        ("page:about#who-we-are", "about/#who-we-are"),
        ("tag:Desk work", "tags/desk-work/"),
        ("kind:pop-up", "kinds/pop-up/"),
        ("kind:event", "kinds/event/"),
        ("neighbourhood:Quayside", "neighbourhoods/quayside/"),
        ("/", ""),
        ("/events/", "events/"),
        ("/events", "events/"),
        ("/events/swap/", "events/swap/"),
        ("/events/swap/index.html", "events/swap/"),
        ("../../events/swap/", "events/swap/"),
        ("/tags/desk-work/", "tags/desk-work/"),
        ("/tags/", "tags/"),
        ("/calendar/", "calendar/"),
        ("/calendar/#follow", "calendar/#follow"),
        ("/subscribe/", "subscribe/"),
        ("/calendar/2026-03/", "calendar/2026-03/"),
        ("/archive/", "archive/"),
        ("/archive/2025/", "archive/2025/"),
        ("/calendar.ics", "calendar.ics"),
        ("/calendar/tags/posture.ics", "calendar/tags/posture.ics"),
        ("/calendar/venues/harbour-cowork.ics", "calendar/venues/harbour-cowork.ics"),
        ("/events/swap/calendar.ics", "events/swap/calendar.ics"),
        ("/events/swap/2026-01-06/", "events/swap/2026-01-06/"),
        ("/s/swap/", "s/swap/"),
        ("/about/", "about/"),
        ("assets/prints/flyer a5.pdf", "assets/prints/flyer a5.pdf"),
        ("../../assets/prints/flyer%20a5.pdf", "assets/prints/flyer a5.pdf"),
        ("/assets/prints/flyer a5.pdf", "assets/prints/flyer a5.pdf"),
        ("prints/flyer a5.pdf", "assets/prints/flyer a5.pdf"),
        ("room.jpg", "assets/room.jpg"),
    ],
)
def test_a_link_leads_to_what_was_meant(target, leads_to):
    assert address(target) == leads_to


def test_a_path_is_seen_from_the_file_it_stands_in():
    assert address("events/swap.md", path="content/site.md", kind="event") == "events/swap/"
    assert address("../swap.md", path="content/events/2026/other.md") == "events/swap/"


@pytest.mark.parametrize("target", ["https://example.org/", "mailto:hello@example.org", "tel:+44 20 7946 0018", "webcal://example.org/x.ics", "geo:51.5,-0.1"])
def test_links_that_say_where_they_lead_are_left_alone(target):
    prose, notes = read(f"[x](<{target}>)")
    assert (prose.links, notes) == ((), ())


@pytest.mark.parametrize(
    ("target", "code", "words", "help_holds"),
    [
        ("../events/swop.md", "E210", "../events/swop.md", "did you mean swap.md?"),
        ("stretch.md", "E210", "stretch.md", "did you mean 2026/stretch.md?"),
        ("../evnts/swap.md", "E210", "../evnts/swap.md", "did you mean swap.md?"),
        ("nothing.md", "E210", "nothing.md", "write the way to a file"),
        ("../../../etc/passwd", "E210", "etc/passwd", "event:swap"),
        ("/nowhere/", "E210", "/nowhere/", ""),
        ("", "E210", "leads nowhere", "round brackets"),
        ("event:swop", "E210", "there is no event 'swop'", "did you mean 'swap'?"),
        ("workshop:nothing-like-it", "E210", "there is no workshop", "desk-posture"),
        ("tag:desks", "E210", "no event has the tag 'desks'", "desk-work"),
        ("../events/swap.md#bring", "E211", "#bring", "what-to-bring"),
        ("../workshops/desk-posture.md#x", "E211", "has no headings", "leave out"),
        ("#nowhere", "E211", "#nowhere", ""),
        ("secret.md", "E212", "it is a draft", "leave the link out"),
        ("event:secret", "E212", "it is a draft", ""),
        ("../people/ben.md", "E213", "public: no", ""),
        ("www.example.org", "E750", "www.example.org", "https://www.example.org"),
        ("javascript:alert(1)", "E751", "javascript:", "https://"),
        ("file:///etc/passwd", "E751", "file:", ""),
        ("https://a:b@example.org/", "E752", "password", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_explained(target, code, words, help_holds):
    prose, (note,) = read(f"one\n\ntwo [x](<{target}>)")
    assert (note.code, note.span.line) == (code, 7)
    assert words in note.message
    assert help_holds in note.help
    assert prose.links == ()


def test_the_place_of_a_note_is_the_target():
    _, (note,) = read("two [x](swop.md)")
    assert note.span == Span("content/events/here.md", 5, 9, 7)


def test_an_anchor_of_the_text_itself_is_checked():
    assert read("# Bring\n\n[x](#bring)") == (replace(read("")[0], source="# Bring\n\n[x](#bring)"), ())
    assert read("[x](#brings)\n\n# Bring")[1][0].help == "did you mean 'bring'?"


def test_pictures_get_their_size():
    prose, notes = read("![A warm room](room.jpg) ![An arrow](../../assets/icon.svg)")
    assert notes == ()
    assert dict(prose.pictures) == {
        "room.jpg": Picture("assets/room.jpg", 640, 480, "A warm room"),
        "../../assets/icon.svg": Picture("assets/icon.svg", 1, 1, "An arrow"),
    }


@pytest.mark.parametrize(
    ("written", "code", "help_holds"),
    [
        ("![x](rom.jpg)", "E400", "did you mean room.jpg?"),
        ("![x](https://evil.example/pixel.gif)", "E401", "assets/"),
        ("![x](//evil.example/pixel.gif)", "E401", "assets/"),
        ("![x](data:image/png;base64,AAAA)", "E401", "assets/"),
        ("![](room.jpg)", "E402", "![Six people stretch their arms](room.jpg)"),
        ("![room](room.jpg)", "E402", "between the square brackets"),
        ("<img src='room.jpg'>", "E402", ""),
        ("![x](prints/flyer%20a5.pdf)", "E409", "[words](prints/flyer%20a5.pdf)"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_explained(written, code, help_holds):
    prose, (note,) = read(written)
    assert note.code == code
    assert help_holds in note.help
    assert prose.pictures == ()


def test_a_picture_whose_file_is_broken_is_not_complained_of_twice():
    assert read("![x](broken.png)")[1] == ()


def test_every_problem_is_named_not_the_first_alone():
    _, notes = read("[a](a.md) [b](b.md)\n\n![](room.jpg)")
    assert [note.code for note in notes] == ["E210", "E210", "E402"]


def test_a_text_beyond_the_limits_is_not_read_at_all():
    prose, notes = read("[" * 5000)
    assert not prose
    assert [note.code for note in notes] == ["E241"]


def test_an_open_fence_is_noticed():
    _, (note,) = read("text\n\n```\n[x](nowhere.md)")
    assert (note.code, note.span.line) == ("W210", 7)


def test_a_text_that_the_reader_of_html_fails_on_is_named(monkeypatch):
    def fail(*_):
        raise AssertionError("we should not get here")

    monkeypatch.setattr("mcsite.content.links.to_html", fail)
    assert read("no html at all")[1] == ()
    _, (note,) = read("<b>x</b>")
    assert (note.code, note.span.path, note.span.line) == ("E241", "content/events/here.md", 5)
    assert [note.code for note in read("<form>")[1]] == ["W211", "E241"]


def test_notes_on_the_text_of_a_field_stand_at_the_field():
    here = document("workshop", "desk-posture", "[x](nowhere-at-all.md)")
    span = Span("content/workshops/desk-posture.md", 3, 11, 20)
    prose, notes = resolve_text("[a](event:swap) [b](b.md) ![](room.jpg)", here, INDEX, span)
    assert prose.links == (("event:swap", "events/swap/"),)
    assert {note.span for note in notes} == {span}
    assert [note.code for note in notes] == ["E210", "E402"]


def test_what_pages_leave_out_is_said_with_a_link_to_write_instead():
    _, (note,) = read('<iframe src="https://maps.example/1"></iframe>')
    assert (note.code, note.help) == ("W211", "write a link instead: [words](https://maps.example/1)")
    _, (note,) = read("Text <script>run()</script>")
    assert (note.code, note.span.column, note.span.length) == ("W211", 6, 7)
