"""What hosts and robots ask for: ``robots.txt``, ``_headers``, ``_redirects``, ``.nojekyll`` and ``CNAME``.

``_headers`` and ``_redirects`` are in the form that Netlify and Cloudflare Pages read; GitHub Pages knows neither, so pages
carry their own policy, and former addresses have pages that lead on. ``.nojekyll`` keeps GitHub from dropping files that
begin with an underscore. ``CNAME`` tells GitHub which domain of one's own a branch is published under: a branch without it would
lose the domain with the next publication. A workflow publishes under the domain in the repository's settings and ignores the file.

Cloudflare reads the first hundred rules of ``_headers`` and no more, so there are as few as say exactly the same, and the policies are the first.
That the folder of a language repeats those of the main one cannot be said shorter: ``/:language/search/*`` would mean the page of an event
called *search* too, ``/de/*`` the frames below it, and of what two rules say neither host takes the narrower.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.shown import pictures_of
from mcsite.model.site import Edition, Site
from mcsite.render.policy import content_security_policy
from mcsite.render.theme import Theme

Headers = tuple[tuple[str, str], ...]
"""Names and values."""

_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
_UNFRAMED = (("X-Frame-Options", "DENY"),)
"""The same as the policy says, for browsers of long ago."""
_SECURE = (("Strict-Transport-Security", "max-age=63072000"),)
_CALENDAR = (("Content-Type", "text/calendar; charset=utf-8"), ("Cache-Control", "public, max-age=0, must-revalidate"), ("Access-Control-Allow-Origin", "*"))
"""A feed is asked for again and again, and answered with "not modified"; other sites may show what is in it."""
_FOR_EVER = (("Cache-Control", "public, max-age=31536000, immutable"),)
"""Of what gets another address whenever it changes (RFC 8246). Hosts let everything else be asked for anew each time by themselves."""
_FOR_A_DAY = (("Cache-Control", "public, max-age=86400, stale-while-revalidate=604800"),)
"""Of the theme's files: pages ask for them by their digest, but a style sheet may ask for another one without (RFC 5861)."""
_NAMED_BY_CONTENT = f"{addresses.SEARCH_INDEX}:folder/:file"
_OF_THE_THEME = ("theme/:file", "theme/:folder/:file")
_GIVEN_BY_HOSTS = (".github.io", ".gitlab.io", ".netlify.app", ".pages.dev")
"""Domains under which hosts give out names."""
_JSON = (("Content-Type", "application/json; charset=utf-8"), ("Access-Control-Allow-Origin", "*"))
_ATOM = (("Content-Type", "application/atom+xml; charset=utf-8"), ("Access-Control-Allow-Origin", "*"))
_JSONS = (addresses.EVENTS_JSON, addresses.embed_json(":collection/:value/"))
_ROOT = ("", "index.html", "404.html")
_FOLDERS = (addresses.EVENTS, addresses.ARCHIVE, addresses.CALENDAR, addresses.SUBSCRIBE, addresses.SEARCH, addresses.THANKS, "s/")
_OF_ALL_LANGUAGES = ("assets/", "theme/")
"""Folders that no language has to itself."""
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

SHARED = True
"""All languages of a site share it."""


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """The four files, and the one for a domain of one's own."""
    site, settings = edition.site, edition.site.settings
    folders = tuple(language.folder for language in settings.languages) or ("",)
    policies = tuple((folder + path, _policy(site, path)) for folder in folders for path in (*_unframed(site, folder), f"{addresses.embed()}*"))
    roots = tuple(settings.base_path + folder for folder in folders)
    moved = tuple((_events(root, old), _events(root, event.slug)) for root in roots for event in site.events for old in event.aliases)
    sitemaps = tuple(f"{settings.base_url}{folder}{addresses.SITEMAP}" for folder in folders) if settings.makes("pages") else ()
    yield Artifact("robots.txt", robots, {"sitemaps": sitemaps})
    secure = settings.base_url.startswith("https:")
    inputs = {"base_path": settings.base_path, "policies": policies, "kept": _kept(edition), "folders": folders, "secure": secure}
    yield Artifact("_headers", headers, inputs)
    yield Artifact("_redirects", redirects, {"moved": moved, "roots": roots[1:] if settings.makes("pages") else ()})
    yield Artifact(".nojekyll", nothing, {})
    if domain := _own_domain(settings.base_url):
        yield Artifact("CNAME", cname, {"domain": domain})


def robots(sitemaps: tuple[str, ...]) -> bytes:
    """Everybody may read everything (RFC 9309)."""
    lines = "".join(f"Sitemap: {sitemap}\n" for sitemap in sitemaps)
    return ("User-agent: *\nDisallow:\n" + (f"\n{lines}" if lines else "")).encode()


def headers(base_path: str, policies: tuple[tuple[str, Headers], ...], kept: tuple[tuple[str, Headers], ...], folders: tuple[str, ...], secure: bool) -> bytes:
    """Rules by path, each with its headers indented below it. ``kept`` says for how long browsers need not ask again.

    No header is given twice for one path: of two values Netlify takes the later one, and Cloudflare joins them, which of two policies makes
    the stricter one. So the policy is said for each folder, not for all, and for the folder of each language again.
    """
    everywhere = (*_ALWAYS, *(_SECURE if secure else ()))
    typed = [*((path, _CALENDAR) for path in _CALENDARS), *((path, _JSON) for path in _JSONS), (addresses.ATOM, _ATOM), (addresses.JSON_FEED, _JSON_FEED)]
    of_all = [(folder + path, values) for folder in folders for path, values in (*typed, (_NAMED_BY_CONTENT, _FOR_EVER))]
    lines = [
        line
        for path, values in [("*", everywhere), *policies, *kept, *of_all]
        for line in (f"{base_path}{path}", *(f"  {name}: {value}" for name, value in values))
    ]
    return ("\n".join(lines) + "\n").encode()


def _unframed(site: Site, language: str) -> Iterator[str]:
    """The paths of everything that nobody else may show in a frame: all folders but that which is made for it, in the folder of a language."""
    yield from _ROOT
    folders = {
        *_FOLDERS,
        *(() if language else _OF_ALL_LANGUAGES),
        *(f"{collection}/" for collection in addresses.COLLECTIONS),
        *(addresses.page(page.slug) for page in site.pages),
    }
    yield from (f"{folder}*" for folder in sorted(folders))


def _policy(site: Site, path: str) -> Headers:
    framed, searches = path.startswith(addresses.embed()), path.startswith(addresses.SEARCH)
    value = content_security_policy(site, in_header=True, framed_by="*" if framed else "'none'", searches=searches)
    return (("Content-Security-Policy", value), *(() if framed else _UNFRAMED))


def _kept(edition: Edition) -> tuple[tuple[str, Headers], ...]:
    """How long what all languages share may be kept. No star here: Netlify's parser lets ``theme/*`` mean ``themes/`` too, which is a page."""
    sites = (edition.site, *(translation.site for translation in edition.translations)) if edition.site.settings.makes("pages") else ()
    previews = (file.preview for site in sites for entry in site.library for file in entry.files if file.preview)
    pictures = (*(picture for site in sites for picture in pictures_of(site)), *previews)
    copies = sorted({picture.copies for picture in pictures if picture.copies})
    return (*((path, _FOR_A_DAY) for path in _OF_THE_THEME), *((f"{folder}:file", _FOR_EVER) for folder in copies))


def redirects(moved: tuple[tuple[str, str], ...], roots: tuple[str, ...] = ()) -> bytes:
    """A former page always redirects; what was below it does unless there is still a file: a feed stays where it is followed.

    Who looks for what is not there below the root of a language other than the main one is told so in that language.
    """
    lines = [*(f"{old} {new} 301!\n{old}* {new}:splat 301\n" for old, new in moved), *(f"{root}* {root}404.html 404\n" for root in roots)]
    return "".join(lines).encode()


def cname(domain: str) -> bytes:
    """The domain alone on its line."""
    return f"{domain}\n".encode()


def nothing() -> bytes:
    """An empty file."""
    return b""


def _events(base_path: str, slug: str) -> str:
    return base_path + addresses.event(slug)


def _own_domain(base_url: str) -> str:
    """The domain of a site that has one to itself; nothing for an address that a host gave, for one below another site, and for a machine."""
    parts = urlsplit(base_url)
    name = parts.hostname or ""
    mine = "." in name and not name.endswith(_GIVEN_BY_HOSTS) and not _is_number(name)
    return name if mine and parts.path == "/" and parts.port is None else ""


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
