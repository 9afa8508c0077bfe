"""The only place where an address of the site is spelled.

An *address* is below the site's root, without a leading slash: ``events/swap/`` for a page, ``calendar.ics`` for a file.
``href`` and ``absolute`` make it a link; ``file_of`` the path of the file that answers it.

Of a site in several languages each has its own root, ``de/`` below that of the main one, and the same addresses below it. What they
share lies below the main one alone.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from mcsite.model.settings import Settings, SiteLanguage

HOME = ""
EVENTS = "events/"
ARCHIVE = "archive/"
CALENDAR = "calendar/"
CALENDAR_MONTHS = "calendar/#months"
SUBSCRIBE = "subscribe/"
SEARCH = "search/"
SEARCH_INDEX = "search/index/"
COLOURS = "theme/colours.css"
FEED_ALL = "calendar.ics"
ATOM = "feed.xml"
JSON_FEED = "feed.json"
EVENTS_JSON = "events.json"
SITEMAP = "sitemap.xml"
THANKS = "thanks/"
LEDGER = "ledger.json"
COLLECTIONS = ("workshops", "library", "venues", "people", "partners", "neighbourhoods", "tags", "kinds")
_SPELLED = re.compile(r"[\w.~/?#=&:;,@!$'()*+-]*", re.ASCII)
"""An address that is spelled as it is: letters, digits, and what else may stand in a link."""
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
FACETS = ("kinds", "tags", "venues", "neighbourhoods", "hosts")
_SHARED = ("assets/", "theme/")
"""Where that is which all languages of a site share."""


def event(slug: str) -> str:
    """The page of an event."""
    return f"events/{slug}/"


def session(slug: str, key: str) -> str:
    """The page of one session of a series."""
    return f"events/{slug}/{key}/"


def event_feed(slug: str) -> str:
    """All sessions of a series as single VEVENTs."""
    return f"events/{slug}/calendar.ics"


def event_rule(slug: str) -> str:
    """A series in RRULE form."""
    return f"events/{slug}/series.ics"


def session_file(slug: str, key: str = "") -> str:
    """One session to add to a calendar; without a key, that of a one-off event."""
    return f"events/{slug}/{key}/session.ics" if key else f"events/{slug}/session.ics"


def facet_feed(facet: str, value: str) -> str:
    """The feed of one kind, tag, venue, neighbourhood or host."""
    return f"calendar/{facet}/{value}.ics"


def archive_year(year: int) -> str:
    """The past sessions of a year."""
    return f"archive/{year}/"


def calendar_month(month: date) -> str:
    """The table of a month, given as its first day."""
    return f"calendar/{month:%Y-%m}/"


def entry(collection: str, slug: str) -> str:
    """The page of an entry of a collection: ``venues``, ``library``, ``tags`` and so on."""
    return f"{collection}/{slug}/"


def library_kind(slug: str) -> str:
    """The entries of the library that are of one kind."""
    return f"library/kinds/{slug}/"


def library_topic(slug: str) -> str:
    """The entries of the library about one topic."""
    return f"library/topics/{slug}/"


def page(slug: str) -> str:
    """A page of the site's own."""
    return f"{slug}/"


def embed(page: str = "") -> str:
    """What is coming up, made for a frame on somebody else's page: that of a page of ours (``venues/cowork/``), or of everything."""
    return f"embed/{page}"


def embed_json(page: str) -> str:
    """The same for programs."""
    return f"{embed(page)}{EVENTS_JSON}"


def short(slug: str) -> str:
    """The short address that leads to the next open session's sign-up."""
    return f"s/{slug}/"


def handout(page: str) -> str:
    """What to take home from the workshop or session of a page, as a page itself."""
    return f"{page}handout/"


def printed(page: str, name: str) -> str:
    """A file to print that belongs to a page: ``handout-a4``, ``flyer-letter``."""
    return f"{page}{name}.pdf"


def filled(entry: str, name: str) -> str:
    """What came of a template of the library, without the ending of its file: ``library/invitation/stretch-2026-01-06``."""
    return f"library/{entry}/{name}"


def card(page: str, form: str = "card", ending: str = "png") -> str:
    """The picture by which a page is shown where people share it: ``card``, and of a session ``card-square`` and ``card-story`` too."""
    return f"{page}{form}.{ending}"


def captions(page: str) -> str:
    """What to say beside the pictures of a session."""
    return f"{page}captions.txt"


def event_pack(slug: str) -> str:
    """Everything that there is for an event, in one file."""
    return f"events/{slug}/pieces.zip"


def workshop_kit(slug: str) -> str:
    """Everything that a colleague needs to run a workshop, in one file."""
    return f"workshops/{slug}/kit.zip"


def asset(path: str) -> str:
    """A file below ``assets/``."""
    return f"assets/{path}"


def copies(name: str, digest: str) -> str:
    """The folder of the copies of a picture, by a word for it and the SHA-256 of its bytes: another picture, other addresses."""
    return f"assets/{name}-{digest[:12]}/"


def copy_of(folder: str, width: int) -> str:
    """The copy of a picture that is so many pixels wide."""
    return f"{folder}{width}.webp"


def answered_by(file: str) -> str:
    """The address that a file of the public folder answers: the other way round."""
    return file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file


def file_of(address: str) -> str:
    """The file, relative to the public folder, that answers an address."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def spelled(address: str) -> str:
    """An address as it stands in a link: blanks and letters outside ASCII, as files in ``assets/`` have them, percent-encoded."""
    if _SPELLED.fullmatch(address):
        return address
    return quote(_STRAY_PERCENT.sub("%25", address), safe="/?#=&%:;,@!$'()*+~")


def below(base: str, folder: str, address: str) -> str:
    """An address in full, where ``base`` is what addresses begin with in the language of a ``folder``."""
    return (base.removesuffix(folder) if address.startswith(_SHARED) else base) + spelled(address)


def file_below(folder: str, path: str) -> str:
    """The path of a file of a language in the output: in its folder, unless all languages share it."""
    return path if path.startswith(_SHARED) else folder + path


def href(settings: Settings, address: str) -> str:
    """A link that works on every page of the site, under the path of ``base_url``."""
    return below(settings.base_path, settings.folder, address)


def absolute(settings: Settings, address: str) -> str:
    """The full address, for feeds, mails and search engines."""
    return below(settings.base_url, settings.folder, address)


def absolute_in(settings: Settings, language: SiteLanguage, page: str) -> str:
    """The full address of a page in another language of the site."""
    return settings.root_url + language.folder + spelled(page)


def href_in(settings: Settings, language: SiteLanguage, page: str) -> str:
    """A link to it."""
    return settings.root_path + language.folder + spelled(page)
