"""Answers a browser on this machine, and nobody else.

GET and HEAD only; no listing, no file outside the public folder, no absolute path in any answer. A request must name this machine as its
host, so that no page of another site can read along by way of a name that leads here (DNS rebinding); there are no CORS headers.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from mcsite.serve.live import Edition, Live
from mcsite.serve.resolve import Target, resolve

HOST = "127.0.0.1"
_OWN = "/__mcsite/"
"""Below this are the server's own files; no page of a site can be there."""
_PING = 20.0
"""Seconds after which a word is sent to whoever waits, so that a closed window is noticed."""
_SLOWEST = 10.0
"""Seconds that a request may take to arrive."""
_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
    ".ics": "text/calendar; charset=utf-8", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
    ".pdf": "application/pdf", ".woff2": "font/woff2", ".zip": "application/zip", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}  # fmt: skip
"""By the end of the name; the operating system's own list differs from machine to machine."""


class Server(ThreadingHTTPServer):
    """One server of one site."""

    daemon_threads = True

    def __init__(self, port: int, live: Live) -> None:
        """Raises ``OSError`` when the port is taken."""
        self.live = live
        super().__init__((HOST, port), _Handler)
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in ("localhost", HOST, "[::1]"))

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hung up is no event."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _SLOWEST

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def version_string(self) -> str:
        return "mcsite"

    def log_message(self, *_: object) -> None:
        """What was asked for is nobody's business."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the standard library's signature
        """What is refused before it comes to a method of ours: a plain word, and nothing of what was sent."""
        known = HTTPStatus(code) if code != HTTPStatus.NOT_IMPLEMENTED else HTTPStatus.METHOD_NOT_ALLOWED
        self._say(known, with_body=self.command != "HEAD")

    def _answer(self, *, with_body: bool) -> None:
        if self.headers.get("Host", "") not in self.server.hosts:
            self._say(HTTPStatus.FORBIDDEN, with_body=with_body)
        elif urlsplit(self.path).path.startswith(_OWN):
            self._own(urlsplit(self.path).path.removeprefix(_OWN), with_body=with_body)
        else:
            edition = self.server.live.now
            self._site(edition, resolve(self.path, edition.root, edition.base_path), with_body=with_body)

    def _site(self, edition: Edition, target: Target, *, with_body: bool) -> None:
        if target.moved_to:
            self._head(HTTPStatus.MOVED_PERMANENTLY, "text/plain; charset=utf-8", 0, {"Location": target.moved_to})
            return
        file, status = (target.file, HTTPStatus.OK) if target.file else (edition.root / "404.html", HTTPStatus.NOT_FOUND)
        try:
            data = file.read_bytes()
        except OSError:
            self._waiting(edition, with_body=with_body)
            return
        kind = _TYPES.get(file.suffix.lower(), "application/octet-stream")
        self._send(status, kind, _with_script(data, edition.sources.get(target.address, "")) if kind.startswith("text/html") else data, with_body=with_body)

    def _waiting(self, edition: Edition, *, with_body: bool) -> None:
        """Before the first good build there is no page yet, but what keeps it from being made can be shown."""
        page = b"<!doctype html><html lang=en><meta charset=utf-8><title>mcsite</title><body><p>There is no page here yet.</p></body></html>"
        status = HTTPStatus.SERVICE_UNAVAILABLE if not (edition.root / "index.html").is_file() else HTTPStatus.NOT_FOUND
        self._send(status, _TYPES[".html"], _with_script(page, ""), with_body=with_body)

    def _own(self, name: str, *, with_body: bool) -> None:
        if name == "changes":
            self._changes()
        elif name in {"client.js", "problems.css"}:
            self._send(HTTPStatus.OK, _TYPES[Path(name).suffix], files("mcsite.serve").joinpath(name).read_bytes(), with_body=with_body)
        else:
            self._say(HTTPStatus.NOT_FOUND, with_body=with_body)

    def _changes(self) -> None:
        """Server-sent events (HTML Standard, 9.2): the state as it is, and each that follows."""
        origin = self.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self.server.hosts:
            self._say(HTTPStatus.FORBIDDEN, with_body=True)
            return
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", None, {"Connection": "close"})
        seen = -1
        while not self.server.live.over:
            edition = self.server.live.wait(seen, _PING)
            if edition is None:
                self.wfile.write(b":\n\n")
            else:
                seen = edition.number
                self.wfile.write(_event(edition))
            self.wfile.flush()

    def _say(self, status: HTTPStatus, *, with_body: bool) -> None:
        extra = {"Allow": "GET, HEAD"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        self.close_connection = True
        self._send(status, "text/plain; charset=utf-8", f"{status.phrase}\n".encode(), with_body=with_body, extra={"Connection": "close", **extra})

    def _send(self, status: HTTPStatus, kind: str, data: bytes, *, with_body: bool, extra: dict[str, str] | None = None) -> None:
        self._head(status, kind, len(data), extra or {})
        if with_body:
            self.wfile.write(data)

    def _head(self, status: HTTPStatus, kind: str, size: int | None, extra: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if size is not None:
            self.send_header("Content-Length", str(size))
        for name, value in extra.items():
            self.send_header(name, value)
        self.end_headers()


def _with_script(page: bytes, source: str) -> bytes:
    """A page with the script that reloads it. ``source`` is the content file that it is made of, if it is made of one."""
    named = json.dumps(source).replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    script = f"<script src=\"{_OWN}client.js\" data-source='{named}' defer></script>".encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script


def _event(edition: Edition) -> bytes:
    told = {"number": edition.number, "styles": edition.styles, "broken": edition.broken, "problems": edition.problems}
    return f"data: {json.dumps(told)}\n\n".encode()
