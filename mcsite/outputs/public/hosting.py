"""What hosts and robots ask for: ``robots.txt``, ``_headers``, ``_redirects`` and ``.nojekyll``.

``_headers`` and ``_redirects`` are in the form that Netlify and Cloudflare Pages read; GitHub Pages knows neither, so pages
carry their own policy, and former addresses have pages that lead on. ``.nojekyll`` keeps GitHub from dropping files that
begin with an underscore.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.policy import content_security_policy
from mcsite.render.theme import Theme

_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
_SECURE = (("Strict-Transport-Security", "max-age=63072000"),)
_CALENDAR = (("Content-Type", "text/calendar; charset=utf-8"), ("Cache-Control", "public, max-age=0, must-revalidate"), ("Access-Control-Allow-Origin", "*"))
"""A feed is asked for again and again, and answered with "not modified"; other sites may show what is in it."""
_JSON = (("Content-Type", "application/json; charset=utf-8"), ("Access-Control-Allow-Origin", "*"))
_ATOM = (("Content-Type", "application/atom+xml; charset=utf-8"), ("Access-Control-Allow-Origin", "*"))
_JSON_FEED = (("Content-Type", "application/feed+json; charset=utf-8"), ("Access-Control-Allow-Origin", "*"))
_CALENDARS = (
    addresses.FEED_ALL,
    *(f"calendar/{facet}/*" for facet in addresses.FACETS),
    addresses.event_feed(":event"),
    addresses.event_rule(":event"),
    addresses.session_file(":event"),
    addresses.session_file(":event", ":session"),
)
"""A name with a colon stands for one part of a path; a star has to be the last letter. Below ``calendar/FACET/`` are only feeds."""


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """The four files."""
    site, settings = edition.site, edition.site.settings
    policy = content_security_policy(site, in_header=True)
    moved = tuple((_events(settings.base_path, old), _events(settings.base_path, event.slug)) for event in site.events for old in event.aliases)
    yield Artifact("robots.txt", robots, {"sitemap": addresses.absolute(settings, addresses.SITEMAP) if settings.makes("pages") else ""})
    yield Artifact("_headers", headers, {"base_path": settings.base_path, "policy": policy, "secure": settings.base_url.startswith("https:")})
    yield Artifact("_redirects", redirects, {"moved": moved})
    yield Artifact(".nojekyll", nothing, {})


def robots(sitemap: str) -> bytes:
    """Everybody may read everything (RFC 9309)."""
    return ("User-agent: *\nDisallow:\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")).encode()


def headers(base_path: str, policy: str, secure: bool) -> bytes:
    """Rules by path, each with its headers indented below it."""
    everywhere = (("Content-Security-Policy", policy), *_ALWAYS, *(_SECURE if secure else ()))
    rules = [("*", everywhere), *((path, _CALENDAR) for path in _CALENDARS)]
    rules += [(addresses.EVENTS_JSON, _JSON), (addresses.ATOM, _ATOM), (addresses.JSON_FEED, _JSON_FEED)]
    lines = [line for path, values in rules for line in (f"{base_path}{path}", *(f"  {name}: {value}" for name, value in values))]
    return ("\n".join(lines) + "\n").encode()


def redirects(moved: tuple[tuple[str, str], ...]) -> bytes:
    """A former page always redirects; what was below it does unless there is still a file: a feed stays where it is followed."""
    return "".join(f"{old} {new} 301!\n{old}* {new}:splat 301\n" for old, new in moved).encode()


def nothing() -> bytes:
    """An empty file."""
    return b""


def _events(base_path: str, slug: str) -> str:
    return base_path + addresses.event(slug)
