"""Stand-ins for the hosts of forms, each by the rules that the real one documents, at an address of this machine.

A host answers a request as the real one would, keeps what it accepts, and says what it refuses and why.

- Netlify (docs.netlify.com/forms/setup, /forms/spam-filters): forms are found in the HTML that is deployed, by ``data-netlify`` and a
  ``name``; only their fields are kept; a submission is form-encoded, names its form in ``form-name``, and goes to a path of the site;
  one that fills the honeypot is dropped without a word.
- Formspree (help.formspree.io): POST to ``/f/ID`` from a page of the web, so with a ``Referer``; ``email`` must be one; ``_gotcha`` drops
  a submission without a word; ``_next`` is a full address; what begins with ``_`` is not kept.
- Basin (usebasin.com/docs): the same with ``_gotcha`` and ``_redirect``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

ENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Submission:
    """What a browser sends."""

    path: str
    fields: tuple[tuple[str, str], ...]
    kind: str = ENCODED
    referer: str = ""
    method: str = "POST"


@dataclass(frozen=True)
class Answer:
    """What a host says: a page, where to go instead, or why not."""

    status: int
    location: str = ""
    reason: str = ""


class Host(Protocol):
    kept: list[dict[str, str]]

    def answer(self, sent: Submission) -> Answer: ...


class DeployedForms(HTMLParser):
    """The forms that Netlify finds in a page: name, honeypot and fields of each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, set[str]]] = {}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            ours = given.get("data-netlify") == "true" or "netlify" in given
            self._open = (given.get("name") or "") if ours else ""
            if self._open:
                self.found[self._open] = (given.get("data-netlify-honeypot") or given.get("netlify-honeypot") or "", set())
        elif tag in {"input", "select", "textarea"} and self._open and given.get("name"):
            self.found[self._open][1].add(given["name"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._open = "" if tag == "form" else self._open


@dataclass
class Netlify:
    """A site on Netlify; it knows the forms of every deployed page. Forms of one name must have the same fields."""

    files: Mapping[str, bytes]
    kept: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.forms: dict[str, tuple[str, set[str]]] = {}
        for path, data in self.files.items():
            for name, form in DeployedForms(data.decode()).found.items() if path.endswith(".html") else ():
                assert self.forms.setdefault(name, form) == form, f"{path}: another form is called {name!r}"

    def answer(self, sent: Submission) -> Answer:
        fields = dict(sent.fields)
        name = fields.pop("form-name", "")
        page = sent.path.removeprefix("/") + ("index.html" if sent.path.endswith("/") else "")
        if sent.method != "POST" or sent.kind != ENCODED or name not in self.forms or page not in self.files:
            return Answer(404, reason=f"{sent.method} {sent.path}: no form {name!r}, or no such page")
        honeypot, known = self.forms[name]
        if not fields.pop(honeypot, ""):
            self.kept.append({key: value for key, value in fields.items() if key in known})
        return Answer(303, sent.path)


@dataclass
class FormHost:
    """Formspree, or Basin: a form by its id, and the field that names the page to show."""

    form: str
    onward: str
    kept: list[dict[str, str]] = field(default_factory=list)

    def answer(self, sent: Submission) -> Answer:
        fields = dict(sent.fields)
        own = {key: value for key, value in fields.items() if not key.startswith("_")}
        if why := self._refused(sent, own):
            return Answer(400, reason=why)
        onward = fields.get(self.onward, "/thanks")
        if self.onward in fields and not re.match(r"https?://[^/]+/", onward):
            return Answer(400, reason=f"{self.onward} is not a full address: {onward}")
        if not fields.get("_gotcha", ""):
            self.kept.append(own)
        return Answer(302, onward)

    def _refused(self, sent: Submission, own: Mapping[str, str]) -> str:
        if sent.method != "POST" or sent.path != f"/f/{self.form}" or sent.kind != ENCODED:
            return f"no form takes {sent.method} {sent.path} {sent.kind}"
        if not urlsplit(sent.referer).hostname:
            return "this was not sent from a page of the web"
        if not own:
            return "the form is empty"
        return "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", own.get("email", "")) else "email is not an address"


def formspree(form: str) -> FormHost:
    return FormHost(form, "_next")


def basin(form: str) -> FormHost:
    return FormHost(form, "_redirect")


@contextmanager
def listening(host: Host) -> Iterator[str]:
    """The address at which a host answers until the end of the block."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fields = tuple(parse_qsl(body, keep_blank_values=True, strict_parsing=True))
            answer = host.answer(Submission(self.path, fields, self.headers["Content-Type"], self.headers.get("Referer", "")))
            self.send_response(answer.status)
            if answer.location:
                self.send_header("Location", answer.location)
            self.send_header("Content-Length", str(len(answer.reason.encode())))
            self.end_headers()
            self.wfile.write(answer.reason.encode())

        def log_message(self, format: str, *_args: object) -> None:  # noqa: A002 - the base class's own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
