"""What stands in the menu leads somewhere, and runs nothing."""

import pytest

from mcsite.model.settings import NavigationItem


def problems(site, *lines):
    return [(note.span.line, note.code) for note in site.settings(*lines).prepare().diagnostics]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("nowhere/", "E210"),
        ("../../etc/passwd", "E210"),
        ("//evil.example/", "E210"),
        ("'/\\evil.example/'", "E210"),
        ("'javascript:alert(1)'", "E751"),
        ("' JaVaScRiPt:alert(1)'", "E751"),
        ("'java\tscript:alert(1)'", "E751"),
        ("'&#106;avascript:alert(1)'", "E751"),
        ("'data:text/html,x'", "E751"),
        ("www.example.org", "E750"),
        ("https://anna:secret@example.org/", "E752"),
    ],
)
def test_an_item_that_leads_nowhere_or_runs_something_is_refused(site, target, code):
    assert problems(site, f"navigation: [{{title: E, to: {target}}}]") == [(5, code)]


@pytest.mark.parametrize("lines", ["navigation:\n- {title: A, to: events/}\n- {title: B, to: nowhere/}", "navigation:\n  A: events/\n  B: nowhere/"])
def test_the_item_that_is_wrong_is_pointed_at(site, lines):
    assert problems(site, lines) == [(7, "E210")]


def test_an_item_without_a_target_is_not_taken_for_a_title(site):
    assert problems(site, "navigation: [{title: E}]") == [(5, "E701")]


@pytest.mark.parametrize("target", ["about", "/about/", "pages/about.md", "page:about", "about/index.html"])
def test_a_page_can_be_named_in_many_ways(site, target):
    site.write("pages/about.md", "title: About us")
    prepared = site.settings(f"navigation: [{{title: About, to: '{target}'}}]").prepare()
    assert prepared.diagnostics == ()
    assert prepared.edition.site.settings.navigation == (NavigationItem("About", "about/"),)


def test_the_page_about_privacy_is_the_one_that_is_named_or_else_the_one_of_that_name(site):
    site.write("pages/your-data.md", "title: Your data")
    assert site.prepare().edition.site.settings.privacy == ""
    site.write("pages/privacy.md", "title: Privacy")
    assert site.prepare().edition.site.settings.privacy == "privacy/"
    site.settings("privacy: your-data")
    assert site.prepare().edition.site.settings.privacy == "your-data/"


def test_the_page_about_privacy_may_be_elsewhere_but_not_nowhere(site):
    site.settings("privacy: https://clinic.example/privacy")
    assert site.prepare().edition.site.settings.privacy == "https://clinic.example/privacy"


def test_a_page_about_privacy_that_is_not_there_is_found(site):
    assert problems(site, "privacy: nowhere/") == [(5, "E210")]
