"""The server answers a browser on this machine with the pages of the site, and says nothing else to anybody."""

import json
import socket
from http.client import HTTPConnection
from threading import Thread

import pytest

from mcsite.serve.live import Edition, Live
from mcsite.serve.server import HOST, Server

PAGE = b"<!doctype html><title>Swap</title><body><p>Swap</p></body></html>"


@pytest.fixture
def live(tmp_path):
    public = tmp_path / "public"
    (public / "events" / "swap").mkdir(parents=True)
    (public / "index.html").write_bytes(PAGE)
    (public / "events" / "swap" / "index.html").write_bytes(PAGE)
    (public / "events" / "swap" / "calendar.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    (public / "404.html").write_bytes(PAGE.replace(b"Swap", b"Lost"))
    return Live(Edition(1, public, "/moves/", sources={"events/swap/index.html": "content/events/sw'ap.md"}))


@pytest.fixture
def server(live):
    with Server(0, live) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        live.stop()
        server.shutdown()


def asked(server, path, method="GET", **headers):
    """Status, headers and body of an answer."""
    connection = HTTPConnection(HOST, server.server_port, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def raw(server, request):
    """What comes back for bytes that no browser would send."""
    with socket.create_connection((HOST, server.server_port), timeout=20) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_a_page_is_given_with_the_script_that_reloads_it(server):
    status, headers, body = asked(server, "/moves/events/swap/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert body == PAGE.replace(b"</body>", b'<script src="/__mcsite/client.js" data-source=\'"content/events/sw&#39;ap.md"\' defer></script></body>')


def test_what_is_no_page_is_given_as_it_is(server):
    status, headers, body = asked(server, "/moves/events/swap/calendar.ics")
    assert (status, headers["Content-Type"], body) == (200, "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR\r\n")


def test_the_head_alone_can_be_asked_for(server):
    status, headers, body = asked(server, "/moves/", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) == len(asked(server, "/moves/")[2])


def test_what_is_not_there_is_answered_with_the_page_that_the_site_has_for_it(server):
    status, _, body = asked(server, "/moves/nowhere/")
    assert (status, b"Lost" in body, b"client.js" in body) == (404, True, True)


def test_without_the_base_path_one_is_sent_to_it(server):
    status, headers, _ = asked(server, "/")
    assert (status, headers["Location"]) == (301, "/moves/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_written(server, method):
    status, headers, _ = asked(server, "/moves/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "localhost.evil.example", "", "0.0.0.0"])
def test_only_this_machine_is_answered_by_its_own_name(server, host):
    assert asked(server, "/moves/", Host=host)[0] == 403


def test_this_machine_is_answered_by_each_of_its_names(server):
    assert {asked(server, "/moves/", Host=f"{name}:{server.server_port}")[0] for name in ("localhost", "127.0.0.1", "[::1]")} == {200}


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /moves/../../../etc/passwd HTTP/1.1",
        b"GET /moves/..%2f..%2fetc/passwd HTTP/1.1",
        b"GET /moves/\\..\\secret HTTP/1.1",
        b"GET //etc/passwd HTTP/1.1",
    ],
)
def test_no_spelling_leads_out_of_the_site(server, request_line):
    answer = raw(server, request_line + b"\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n" % server.server_port)
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"root:" not in answer


@pytest.mark.parametrize(
    "sent", [b"GARBAGE\r\n\r\n", b"GET\r\n\r\n", b"GET /moves/ HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b"\x00\xff\r\n\r\n"]
)
def test_what_is_no_request_is_refused_in_a_word(server, tmp_path, sent):
    answer = raw(server, sent)
    assert str(tmp_path).encode() not in answer
    assert b"Traceback" not in answer
    assert b"Python" not in answer
    assert asked(server, "/moves/")[0] == 200


def test_no_answer_tells_of_the_machine(server, tmp_path):
    for path in ("/moves/", "/moves/nowhere", "/__mcsite/nothing", "/moves/%00"):
        _, headers, body = asked(server, path)
        assert headers["Server"] == "mcsite"
        assert "Access-Control-Allow-Origin" not in headers
        assert str(tmp_path).encode() not in body


def events(server, **headers):
    """The connection on which changes are told, and a function that reads the next one."""
    connection = HTTPConnection(HOST, server.server_port, timeout=20)
    connection.request("GET", "/__mcsite/changes", headers=headers)
    answer = connection.getresponse()

    def following():
        line = answer.readline()
        while not line.startswith(b"data: "):
            assert line, "the server hung up"
            line = answer.readline()
        return json.loads(line.removeprefix(b"data: "))

    return connection, answer, following


def test_changes_are_told_as_they_come(server, live):
    connection, answer, following = events(server)
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert following() == {"number": 1, "styles": False, "broken": False, "problems": []}
    live.tell(Edition(2, live.now.root, "/moves/", problems=("content/site.md:1:1: error",), broken=True))
    assert following() == {"number": 2, "styles": False, "broken": True, "problems": ["content/site.md:1:1: error"]}
    connection.close()


def test_pages_of_others_are_not_told(server):
    connection, answer, _ = events(server, Origin="https://evil.example")
    assert answer.status == 403
    connection.close()


def test_the_last_good_page_stays_while_something_is_wrong(server, live):
    live.tell(Edition(2, live.now.root, "/moves/", problems=("wrong",), broken=True))
    assert asked(server, "/moves/")[0] == 200


def test_before_the_first_good_build_there_is_a_page_that_waits(tmp_path):
    live = Live(Edition(1, tmp_path / "none", "/", problems=("wrong",), broken=True))
    with Server(0, live) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        status, _, body = asked(server, "/")
        live.stop()
        server.shutdown()
    assert (status, b"client.js" in body) == (503, True)


def test_the_script_asks_nobody_else(server):
    for name, kind in (("client.js", "text/javascript; charset=utf-8"), ("problems.css", "text/css; charset=utf-8")):
        status, headers, body = asked(server, f"/__mcsite/{name}")
        assert (status, headers["Content-Type"]) == (200, kind)
        assert b"//" not in body.replace(b"// ", b"")
