"""A browser that reaches one built site and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import tools
from playwright.sync_api import Page, Request, Route
from story import Story

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
}

LEADS_ON = b'http-equiv="refresh"'
PARTS = re.compile(rb'class="[^"]+"|<(?:form|details|table|textarea|select|dl|article)\b')
"""What tells one kind of page from another: the parts it has."""

AXE = """() => axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
    (found) => found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ").slice(0, 300)}`))"""


def every_kind_of_page(site: Story) -> list[str]:
    """The home page, of each folder of pages its index and one page further down, and one page for each part that those do not have.

    Pages that lead on at once are no places to look at.
    """
    pages = {path.removesuffix("index.html"): data for path, data in site.files().items() if path.endswith("index.html") and LEADS_ON not in data}
    first = {(page.split("/")[0], page.count("/")): page for page in reversed(pages)}
    kinds = ["", "no/such/page", *sorted(set(first.values()) - {""})]
    shown = {part for page in kinds for part in PARTS.findall(pages.get(page, b""))}
    for page, data in pages.items():
        if not shown.issuperset(parts := PARTS.findall(data)):
            kinds.append(page)
            shown.update(parts)
    return kinds


def hexadecimal(colour: str) -> str:
    """``rgb(1, 2, 3)`` as ``#010203``."""
    return "#" + "".join(f"{int(part):02x}" for part in colour.partition("(")[2].rstrip(")").split(",")[:3])


@dataclass
class Visit:
    """A page of a browser, the site that it sees at ``root`` and at a moment, and what happened while it looked."""

    page: Page
    root: str
    moment: datetime
    files: dict[str, bytes]
    headers: Callable[[str], dict[str, str]] = lambda _: {}
    """What the host sends along with an address of the site; its type may be among it."""
    said: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.context.route("**/*", self._answer)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, address: str, moment: datetime | None = None) -> Page:
        """A page as someone sees it at a moment."""
        self.page.clock.set_fixed_time(moment or self.moment)
        self.page.goto(self.root + address, wait_until="load")
        return self.page

    def obstacles(self, addresses: list[str]) -> dict[str, list[str]]:
        """What axe finds on pages, by their addresses; only those on which it finds something."""
        axe = tools.package("axe-core/axe.min.js").read_text("utf-8")
        found = {}
        for address in addresses:
            page = self.open(address)
            page.evaluate(axe)
            found[address] = page.evaluate(AXE)
        return {address: obstacles for address, obstacles in found.items() if obstacles}

    def _answer(self, route: Route, request: Request) -> None:
        address = request.url.partition("#")[0].partition("?")[0]
        path = address.removeprefix(self.root)
        path += "index.html" if path == "" or path.endswith("/") else ""
        if not address.startswith(self.root):
            self.elsewhere.append(request.url)
            route.abort()
        elif path in self.files:
            usual = {"Content-Type": TYPES.get(path.rpartition(".")[2], "application/octet-stream")}
            route.fulfill(body=self.files[path], headers=usual | self.headers(address.removeprefix(self.root)))
        else:
            route.fulfill(status=404, body=self.files["404.html"], content_type=TYPES["html"])
