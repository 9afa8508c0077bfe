"""Follows every link of a built site, without a server: pages, style sheets, calendars, feeds, site map, JSON-LD.

``dead_links`` knows where the site is to live; whatever points into that place must be answered by a file there, whatever
has no host must stay below its path, and every ``#part`` must exist in its page.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

ATTRIBUTES = {"href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "content"}
"""Attributes that hold addresses; of ``content`` only those that look like one."""
IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
WEB = re.compile(r"(?:https?|webcals?)://[^\s\"'<>\\]+")


class Page(HTMLParser):
    """The addresses, parts and embedded data of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.parts: set[str] = set()
        self._data = False
        self.feed(text)
        self.close()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.parts |= {given[name] for name in ("id", "name") if name in given}
        self._data = given.get("type") == "application/ld+json"
        for name in sorted(ATTRIBUTES & given.keys()):
            self.links += [part.split()[0] for part in given[name].split(",")] if name == "srcset" else [given[name]]
        self.links += IN_STYLE.findall(given.get("style", ""))
        if "content" in given and not WEB.match(given["content"]):
            self.links.remove(given["content"])

    def handle_data(self, data: str) -> None:
        if self._data:
            self.links += [text for text in _strings(json.loads(data)) if WEB.fullmatch(text)]
            self._data = False


def dead_links(public: Mapping[str, bytes], base_url: str) -> list[str]:
    """Each link that leads nowhere, as ``file: link``. ``public`` maps the paths of a public folder to their bytes."""
    site = urlsplit(base_url)

    @cache
    def parts(path: str) -> set[str]:
        return Page(public[path].decode()).parts

    def alive(link: str, here: str) -> bool:
        target = urlsplit(urljoin(base_url + here, re.sub(r"^webcals?:", f"{site.scheme}:", link)))
        if target.netloc != site.netloc or target.scheme != site.scheme:
            return True
        if not target.path.startswith(site.path):
            return False
        path = unquote(target.path.removeprefix(site.path))
        path += "index.html" if path == "" or path.endswith("/") else ""
        return path in public and (not target.fragment or not path.endswith(".html") or unquote(target.fragment) in parts(path))

    return [f"{here}: {link}" for here, data in sorted(public.items()) for link in dict.fromkeys(links_of(here, data)) if not alive(link, here)]


def links_of(path: str, data: bytes) -> Iterator[str]:
    """Every address in a file, as written. A 404 page can be shown anywhere, so that only absolute ones work in it."""
    if path.endswith(".html"):
        yield from Page(data.decode()).links
    elif path.endswith(".css"):
        yield from (link for link in IN_STYLE.findall(data.decode()) if not link.startswith("data:"))
    elif path.endswith(".xml"):
        for node in ET.fromstring(data).iter():
            yield from (text for text in (node.text or "", *node.attrib.values()) if WEB.fullmatch(text.strip()))
    elif path.endswith(".ics"):
        yield from written_addresses(data)
    elif path.endswith(".json"):
        yield from (text for text in _strings(json.loads(data)) if WEB.fullmatch(text))
    elif path == "robots.txt":
        yield from WEB.findall(data.decode())


def written_addresses(calendar: bytes) -> Iterator[str]:
    """The addresses in the running text of a calendar file, without the marks that end a sentence."""
    text = calendar.replace(b"\r\n ", b"").replace(b"\\n", b"\n").replace(b"\\,", b",").replace(b"\\;", b";").decode()
    return (address.rstrip(".,;:!?)]”’") for address in WEB.findall(text))


def _strings(value: object) -> Iterator[str]:
    """Every text in some JSON, but for the ``@id`` of JSON-LD: by it things are told apart, and nobody follows it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, part in value.items() if name != "@id" for text in _strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _strings(part))
