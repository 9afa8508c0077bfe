"""A browser that reaches one built site and nothing else."""

from dataclasses import dataclass, field
from datetime import datetime

from playwright.sync_api import Page, Request, Route

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
}


@dataclass
class Visit:
    """A page of a browser, the site that it sees at ``root`` and at a moment, and what happened while it looked."""

    page: Page
    root: str
    moment: datetime
    files: dict[str, bytes]
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

    def _answer(self, route: Route, request: Request) -> None:
        address = request.url.partition("#")[0].partition("?")[0]
        path = address.removeprefix(self.root)
        path += "index.html" if path == "" or path.endswith("/") else ""
        if not address.startswith(self.root):
            self.elsewhere.append(request.url)
            route.abort()
        elif path in self.files:
            route.fulfill(body=self.files[path], content_type=TYPES.get(path.rpartition(".")[2], "application/octet-stream"))
        else:
            route.fulfill(status=404, body=self.files["404.html"], content_type=TYPES["html"])
