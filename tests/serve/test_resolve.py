"""Nothing but what is published is ever given, however it is asked for."""

import pytest

from mcsite.serve.resolve import NOTHING, resolve


@pytest.fixture
def public(tmp_path):
    """A public folder with a private one beside it, whose name begins alike."""
    for path in ("public/index.html", "public/events/swap/index.html", "public/events/swap/calendar.ics", "public-not/secret.txt", "secret.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "public" / "empty").mkdir()
    return tmp_path / "public"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/moves/", "index.html"),
        ("/moves/?now", "index.html"),
        ("/moves/events/swap/", "events/swap/index.html"),
        ("/moves/events/swap/index.html", "events/swap/index.html"),
        ("/moves/events/swap/calendar.ics?v=1#x", "events/swap/calendar.ics"),
        ("/moves/events/%73wap/", "events/swap/index.html"),
    ],
)
def test_files_are_given_by_their_addresses(public, asked, given):
    target = resolve(asked, public, "/moves/")
    assert target.file == (public / given).resolve()
    assert target.address == given


@pytest.mark.parametrize(("asked", "moved"), [("/", "/moves/"), ("/moves", "/moves/"), ("/moves/events/swap", "/moves/events/swap/")])
def test_what_lacks_a_slash_or_the_base_path_is_sent_on(public, asked, moved):
    assert resolve(asked, public, "/moves/").moved_to == moved


ESCAPES = ["..", "%2e%2e", "%252e%252e", ".%2e", "%2e%2e%2f", "..%5c", "..\\", "%5c..", "....//", "..;", "%c0%ae%c0%ae", "..%00", "%u002e%u002e"]
OUTSIDE = [
    *(f"/moves/{escape}/{name}" for escape in ESCAPES for name in ("secret.txt", "public-not/secret.txt", "../../etc/passwd")),
    *(f"/moves/events/{escape}/{escape}/secret.txt" for escape in ESCAPES),
    "//etc/passwd", "/moves//etc/passwd", "/moves///secret.txt", "/etc/passwd", "/moves/C:/secret.txt", "/moves/events/swap/index.html:stream", "/movesx/",
    "http://other.example/", "", "*", "moves/", "/moves/\x00", "/moves/%00", "/moves/%ff", "/moves/" + "a" * 5000, "/moves/events/", "/moves/empty",
    "/moves/empty/",
    "/moves/events/swap/index.html/", "/moves/secret.txt", "/moves/./index.html", "/moves/events/./swap/", "/moves/events/../index.html",
]  # fmt: skip


@pytest.mark.parametrize("asked", OUTSIDE)
def test_nothing_else_is_given(public, asked):
    assert resolve(asked, public, "/moves/") == NOTHING


def test_a_link_out_of_the_folder_leads_nowhere(public):
    (public / "link.txt").symlink_to(public.parent / "secret.txt")
    (public / "linked").symlink_to(public.parent / "public-not")
    assert resolve("/link.txt", public, "/") == NOTHING
    assert resolve("/linked/secret.txt", public, "/") == NOTHING


def test_before_the_first_build_there_is_nothing(tmp_path):
    assert resolve("/", tmp_path / "public", "/") == NOTHING
