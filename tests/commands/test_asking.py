"""The published site is asked politely, briefly, and is not believed more than any other input."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mcsite.commands import asking
from mcsite.commands.asking import ask
from mcsite.commands.saying import Refusal


class Answers(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self):
        if self.path == "/found/ledger.json":
            self.reply(200, b"{}")
        elif self.path == "/tidied/ledger.json":
            self.reply(301, location="/found/ledger.json")
        elif self.path == "/elsewhere/ledger.json":
            self.reply(302, location=f"http://localhost:{self.server.server_port}/found/ledger.json")
        elif self.path == "/files/ledger.json":
            self.reply(302, location="file:///etc/hostname")
        elif self.path == "/round/ledger.json":
            self.reply(302, location="/round/ledger.json")
        elif self.path == "/large/ledger.json":
            self.reply(200, b" " * 3000)
        elif self.path == "/slow/ledger.json":
            self.server.hold.wait(5)
        elif self.path == "/broken/ledger.json":
            self.reply(500)
        else:
            self.reply(404)

    def reply(self, status, body=b"", location=""):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.hold = threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.hold.set()
        server.shutdown()


@pytest.mark.parametrize("path", ["found", "tidied"])
def test_what_is_there_comes_back(server, path):
    assert ask(f"{server}/{path}/ledger.json") == b"{}"


def test_nothing_there_is_no_failure(server):
    assert ask(f"{server}/nowhere/ledger.json") is None


@pytest.mark.parametrize("path", ["elsewhere", "files", "round", "broken"])
def test_what_is_not_a_plain_answer_of_the_site_is_refused_in_a_sentence(server, path):
    with pytest.raises(Refusal) as refused:
        ask(f"{server}/{path}/ledger.json")
    assert f"{server}/{path}/ledger.json" in refused.value.message
    assert "Nothing was built" in refused.value.message


def test_no_more_is_taken_than_is_needed_to_see_that_it_is_too_much(server, monkeypatch):
    monkeypatch.setattr(asking, "LARGEST", 1000)
    assert len(ask(f"{server}/large/ledger.json")) == 1001


def test_nobody_waits_for_ever(server, monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    with pytest.raises(Refusal):
        ask(f"{server}/slow/ledger.json")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/ledger.json", "ftp://example.org/ledger.json", "file:///etc/hostname"])
def test_where_nobody_answers_nothing_is_guessed(address, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(Refusal) as refused:
        ask(address)
    assert "--previous FILE" in refused.value.message
