from factory import WORDLESS, edition, event, session, settings

from mcsite.model.signup import Provider, Signup
from mcsite.outputs.public.hosting import plan


def made(**changes):
    whole = edition(session(event("new", aliases=("old", "older"))), site={"settings": settings(**changes)})
    return {artifact.path: artifact.make(**artifact.inputs).decode() for artifact in plan(whole, WORDLESS)}


def rules(text):
    """The headers of each path."""
    found, headers = {}, {}
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            headers[name] = value
        else:
            headers = found.setdefault(line, {})
    return found


def test_robots_may_read_everything_and_are_told_of_the_sitemap():
    assert made()["robots.txt"] == "User-agent: *\nDisallow:\n\nSitemap: https://moves.example/sitemap.xml\n"
    assert "Sitemap" not in made(outputs=("calendars",))["robots.txt"]


def test_pages_may_load_nothing_but_their_own_files():
    everywhere = rules(made()["_headers"])["/*"]
    assert everywhere["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in everywhere["Content-Security-Policy"]
    assert everywhere["X-Content-Type-Options"] == "nosniff"
    assert everywhere["Strict-Transport-Security"]


def test_a_site_that_is_not_secure_does_not_promise_to_be():
    assert "Strict-Transport-Security" not in made(base_url="http://localhost:8000/")["_headers"]


def test_calendars_are_served_as_calendars_and_asked_for_anew():
    found = rules(made()["_headers"])
    for path in ("/calendar.ics", "/calendar/tags/*", "/events/:event/calendar.ics", "/events/:event/series.ics", "/events/:event/:session/session.ics"):
        assert found[path]["Content-Type"] == "text/calendar; charset=utf-8"
        assert "must-revalidate" in found[path]["Cache-Control"]


def test_feeds_and_lists_are_served_as_what_they_are_and_other_sites_may_show_them():
    found = rules(made()["_headers"])
    types = {"/events.json": "application/json", "/feed.xml": "application/atom+xml", "/feed.json": "application/feed+json"}
    for path, kind in types.items():
        assert found[path] == {"Content-Type": f"{kind}; charset=utf-8", "Access-Control-Allow-Origin": "*"}


def test_no_rule_has_a_star_before_its_end():
    assert all("*" not in path[:-1] for path in rules(made()["_headers"]))


def test_former_pages_redirect_and_feeds_stay():
    assert made()["_redirects"].splitlines() == [
        "/events/old/ /events/new/ 301!",
        "/events/old/* /events/new/:splat 301",
        "/events/older/ /events/new/ 301!",
        "/events/older/* /events/new/:splat 301",
    ]


def test_a_path_of_the_site_is_respected():
    files = made(base_url="https://h.example/moves/", signup=Signup(Provider.FORMSPREE, "abc"))
    assert "/moves/calendar.ics" in rules(files["_headers"])
    assert files["_redirects"].startswith("/moves/events/old/ /moves/events/new/ 301!\n")
    assert "form-action 'self' https://formspree.io;" in files["_headers"]


def test_an_empty_file_keeps_underscores_alive():
    assert made()[".nojekyll"] == ""
