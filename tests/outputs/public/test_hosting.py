import re

import pytest
from factory import WORDLESS, edition, event, session, settings

from mcsite.model.library import Page
from mcsite.model.origin import Origin
from mcsite.model.settings import SiteLanguage
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
    found = rules(made()["_headers"])
    assert found["/"]["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in found["/"]["Content-Security-Policy"]
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"
    assert found["/*"]["Strict-Transport-Security"]


def served(text, path):
    """The headers of one path, by the rules that match it, each name with all its values: a host takes the last, or joins them."""
    found = {}
    for rule, headers in rules(text).items():
        if re.fullmatch(re.sub(r":\w+", "[^/]+", re.escape(rule).replace(r"\*", ".*")), path):
            for name, value in headers.items():
                found.setdefault(name, []).append(value)
    return found


def test_no_page_but_those_made_for_it_may_be_framed_by_others(sample):
    text = sample.read("_headers")
    for path in sample.files():
        if path.endswith((".html", ".svg")):
            headers = served(text, "/harbour-hands/" + path.removesuffix("index.html"))
            (policy,) = headers["Content-Security-Policy"]
            framed = path.startswith("embed/")
            assert policy.endswith("; frame-ancestors *" if framed else "; frame-ancestors 'none'"), path
            assert headers.get("X-Frame-Options") == (None if framed else ["DENY"]), path


def test_only_where_one_searches_may_an_engine_be_compiled(sample):
    allowed = [rule for rule, headers in rules(sample.read("_headers")).items() if "unsafe" in headers.get("Content-Security-Policy", "")]
    assert allowed == ["/harbour-hands/search/*"]


def test_no_file_is_given_a_header_twice(sample):
    text = sample.read("_headers")
    twice = {(path, name) for path in sample.files() for name, values in served(text, f"/harbour-hands/{path}").items() if len(values) > 1}
    assert twice == set()


def test_other_sites_may_read_what_is_made_for_programs(sample):
    text = sample.read("_headers")
    for path in sample.files():
        if (path.endswith(".ics") and not path.startswith("assets/")) or path == "events.json" or (path.startswith("embed/") and path.endswith(".json")):
            assert served(text, f"/harbour-hands/{path}")["Access-Control-Allow-Origin"] == ["*"], path


def test_a_page_beside_a_file_for_programs_is_still_a_page(sample):
    assert "Content-Type" not in served(sample.read("_headers"), "/harbour-hands/embed/venues/net-loft/")


def test_a_site_that_is_not_secure_does_not_promise_to_be():
    assert "Strict-Transport-Security" not in made(base_url="http://localhost:8000/")["_headers"]


def test_calendars_are_served_as_calendars_and_asked_for_anew():
    found = rules(made()["_headers"])
    for path in ("/calendar.ics", "/calendar/tags/*", "/events/:event/calendar.ics", "/events/:event/series.ics", "/events/:event/:session/session.ics"):
        assert found[path]["Content-Type"] == "text/calendar; charset=utf-8"
        assert "must-revalidate" in found[path]["Cache-Control"]


def test_what_is_named_by_its_content_is_never_asked_for_again(sample):
    text = sample.read("_headers")
    kept = {path for path in sample.files() if "immutable" in str(served(text, f"/harbour-hands/{path}"))}
    assert {path for path in kept if not re.search(r"-[0-9a-f]{12}/\d+\.webp$|_[0-9a-f]{7,}\.pf_(fragment|index)$", path)} == set()
    assert {path for path in sample.files() if path.endswith((".webp", ".pf_fragment"))} <= kept


def test_the_theme_is_asked_for_once_a_day_and_pages_always():
    found = rules(made()["_headers"])
    for path in ("/theme/:file", "/theme/:folder/:file"):
        assert found[path]["Cache-Control"] == "public, max-age=86400, stale-while-revalidate=604800"
    assert "Cache-Control" not in {**found["/"], **found["/*"], **found["/events/*"], **found["/assets/*"], **found["/theme/*"]}


def test_feeds_and_lists_are_served_as_what_they_are_and_other_sites_may_show_them():
    found = rules(made()["_headers"])
    types = {"/events.json": "application/json", "/feed.xml": "application/atom+xml", "/feed.json": "application/feed+json"}
    for path, kind in types.items():
        assert found[path] == {"Content-Type": f"{kind}; charset=utf-8", "Access-Control-Allow-Origin": "*"}


def test_a_site_in_two_languages_with_a_dozen_pages_has_no_more_rules_than_cloudflare_reads():
    pages = tuple(Page(slug=f"page-{number}", title="Page", origin=Origin("content/pages/page.md")) for number in range(12))
    whole = edition(session(), site={"settings": settings(languages=(SiteLanguage("en"), SiteLanguage("de", "de/"))), "pages": pages})
    (text,) = (artifact.make(**artifact.inputs).decode() for artifact in plan(whole, WORDLESS) if artifact.path == "_headers")
    assert len(rules(text)) <= 100


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


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://moves.example/", "moves.example\n"),
        ("https://www.moves.example/", "www.moves.example\n"),
        ("https://moves.example/yoga/", None),
        ("https://maren.github.io/", None),
        ("https://moves.netlify.app/", None),
        ("http://localhost/", None),
        ("http://moves.example:8000/", None),
        ("http://192.168.1.7/", None),
        ("http://[::1]/", None),
    ],
)
def test_a_domain_of_one_s_own_goes_along_with_a_branch(address, domain):
    assert made(base_url=address).get("CNAME") == domain


def test_each_language_has_the_same_rules_below_its_folder():
    two = made(languages=(SiteLanguage("en"), SiteLanguage("de", "de/")))
    found = rules(two["_headers"])
    shared = {"/*", "/assets/*", "/theme/*", "/theme/:file", "/theme/:folder/:file"}
    assert not [path for path in found if path.startswith(("/de/assets", "/de/theme"))]
    paths = [path for path in rules(made()["_headers"]) if path not in shared]
    assert {path: found[f"/de{path}"] for path in paths} == {path: found[path] for path in paths}
    assert "/de/events/old/ /de/events/new/ 301!" in two["_redirects"].splitlines()
    assert two["_redirects"].splitlines()[-1] == "/de/* /de/404.html 404"
    assert two["robots.txt"].endswith("/sitemap.xml\nSitemap: https://moves.example/de/sitemap.xml\n")
