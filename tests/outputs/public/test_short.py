"""Short addresses lead to the next session that one can sign up for."""

import re

SERIES = "title: Stretch\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 4\n"


def leads_to(site, slug="stretch"):
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', site.read(f"s/{slug}/index.html"))
    return found and found[1]


def test_a_provider_is_gone_to_at_once(site):
    site.write("events/stretch.md", SERIES + "signup: https://forms.example/stretch?a=1&b=2").build()
    assert leads_to(site) == "https://forms.example/stretch?a=1&amp;b=2"
    assert 'name="robots" content="noindex"' in site.read("s/stretch/index.html")
    assert "canonical" not in site.read("s/stretch/index.html")


def test_the_session_that_it_leads_to_is_marked(site):
    site.write("events/stretch.md", SERIES + "signup: netlify").build()
    assert '<time datetime="2026-01-06T18:00:00+00:00" data-uid="stretch-2026-01-06@example.org">' in site.read("s/stretch/index.html")


def test_a_form_or_a_mail_is_found_on_the_page_of_the_next_session(site):
    site.write("events/stretch.md", SERIES + "signup: netlify").build(base_url="https://example.org/moves/")
    assert leads_to(site) == "/moves/events/stretch/2026-01-06/#signup"
    assert 'id="signup"' in site.read("events/stretch/2026-01-06/index.html")
    site.build("2026-01-10T09:00")
    assert leads_to(site) == "/events/stretch/2026-01-13/#signup"


def test_a_one_off_is_signed_up_for_on_its_own_page(site):
    site.write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nsignup: mailto:hello@example.org").build()
    assert leads_to(site, "swap") == "/events/swap/#signup"
    assert 'id="signup"' in site.read("events/swap/index.html")


def test_cancelled_and_full_sessions_are_passed_over(site):
    site.write("events/stretch.md", SERIES + "signup: netlify\ncancelled: {2026-01-06: ill}\nfull: [2026-01-13]").build()
    assert leads_to(site) == "/events/stretch/2026-01-20/#signup"


def test_without_an_open_session_the_page_stays_and_says_so(site):
    site.write("events/stretch.md", SERIES + "signup: netlify\nfull: yes").build()
    assert leads_to(site) is None
    assert "No session is open for sign-up" in site.read("s/stretch/index.html")
    assert 'href="/events/stretch/"' in site.read("s/stretch/index.html")


def test_there_is_none_where_nobody_signs_up(site):
    site.write("events/stretch.md", SERIES).write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nsignup: none").build()
    assert not any(path.startswith("s/") for path in site.files())


def test_the_site_s_own_way_makes_them_too(site):
    site.settings("signup: https://forms.example/all").write("events/stretch.md", SERIES).build()
    assert leads_to(site) == "https://forms.example/all"


def test_a_full_session_names_the_next_with_room(site):
    site.write("events/stretch.md", SERIES + "signup: netlify\nfull: [2026-01-06]").build()
    page = site.read("events/stretch/2026-01-06/index.html")
    assert "This session is full." in page
    assert 'href="/events/stretch/2026-01-13/#signup"' in page
    assert "<form" not in page


def test_when_all_are_full_it_leads_to_the_waiting_list(site):
    site.write("events/stretch.md", SERIES + "signup: {netlify: yes, waiting_list: yes}\nfull: yes").build()
    assert leads_to(site) == "/events/stretch/2026-01-06/#signup"
    assert "Waiting list" in site.read("events/stretch/2026-01-06/index.html")


def test_a_link_is_filled_in_for_its_session(site):
    site.write("events/stretch.md", SERIES + "signup: https://forms.example/stretch?day={date}").build()
    assert leads_to(site) == "https://forms.example/stretch?day=2026-01-06"
