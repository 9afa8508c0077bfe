"""Builds as stories: what is asked for, what is made, what is published."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from mcsite.build import exchange, making, publish
from mcsite.build.artifact import Area, Artifact
from mcsite.build.bundle import Bundle
from mcsite.build.folder import Refused
from mcsite.build.run import Watch, explain, run
from mcsite.diagnostics import Diagnostic, Span
from mcsite.render.left_out import LeftOut
from mcsite.render.theme_error import ThemeError

many = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system works in one process")


def page(text, **_):
    return text.encode()


def badly_themed(text):
    raise ThemeError(Diagnostic(Span("themes/mine/page.html", 3), "E501", text))


def stumbling(text):
    raise LookupError(text)


class Builder:
    """A site of pages of text: ``build({"index.html": "Hello"})``."""

    def __init__(self, root):
        self.root = root
        self.output = root / "output"
        self.cache = root / ".mcsite"
        self.public = self.output / "public"

    def build(self, pages, *, maker=page, private=(), cache=True, **options):
        artifacts = [Artifact(path, maker, {"text": text}) for path, text in pages.items()]
        artifacts += [Artifact(path, maker, {"text": text}, Area.PRIVATE) for path, text in dict(private).items()]
        return run(artifacts, self.output, self.cache if cache else None, **options)

    def published(self, area="public"):
        folder = self.output / area
        return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}

    def stamps(self):
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for area in ("public", "private") for path in (self.output / area).rglob("*")}


@pytest.fixture(autouse=True)
def _program(monkeypatch):
    """The program stays what it is while a story is told, even if somebody edits it."""
    monkeypatch.setattr("mcsite.build.comparison.program_digest", lambda: b"this program")


@pytest.fixture
def site(tmp_path):
    return Builder(tmp_path)


SITE = {"index.html": "home", "events/index.html": "list", "events/swap/index.html": "swap", "calendar.ics": "feed"}


def test_a_first_build_writes_everything(site):
    report = site.build(SITE, private={"mails/swap.txt": "Dear"})
    assert site.published() == SITE
    assert site.published("private") == {"mails/swap.txt": "Dear"}
    assert set(report.written) == {f"public/{path}" for path in SITE} | {"private/mails/swap.txt"}
    assert set(report.reasons.values()) == {"it is new"}


def test_a_second_build_makes_nothing_and_touches_nothing(site):
    site.build(SITE)
    before = site.stamps()
    memory = {path: path.stat().st_mtime_ns for path in site.cache.iterdir()}
    report = site.build(SITE)
    assert (report.reasons, report.written, report.unchanged) == ({}, (), 4)
    assert site.stamps() == before
    assert {path: path.stat().st_mtime_ns for path in site.cache.iterdir()} == memory


@pytest.mark.parametrize("lost", ["cache", "none"])
def test_without_memory_everything_is_made_but_only_what_differs_is_written(site, lost):
    site.build(SITE)
    before = site.stamps()
    if lost == "cache":
        shutil.rmtree(site.cache)
    report = site.build(SITE, cache=lost == "cache")
    assert (len(report.reasons), report.written) == (4, ())
    assert site.stamps() == before


def test_an_edit_writes_one_file_and_says_why(site):
    site.build(SITE)
    before = site.stamps()
    report = site.build(SITE | {"events/swap/index.html": "swap, edited"})
    assert report.reasons == {"public/events/swap/index.html": "text changed"}
    assert report.written == ("public/events/swap/index.html",)
    assert site.published()["events/swap/index.html"] == "swap, edited"
    after = site.stamps()
    assert {Path(path).name for path in before if before[path] != after[path]} == {"index.html", "swap"}


def test_edits_of_several_files_leave_the_others_untouched(site):
    site.build(SITE)
    before = site.stamps()
    for turn in range(4):
        wanted = SITE | {"index.html": f"home {turn}", "events/index.html": f"list {turn}"}
        assert site.build(wanted).written == ("public/events/index.html", "public/index.html")
        assert site.published() == wanted
    after = site.stamps()
    kept = [str(site.public / "calendar.ics"), str(site.public / "events/swap/index.html")]
    assert [after[path] for path in kept] == [before[path] for path in kept]


def test_inputs_that_change_without_changing_the_bytes_write_nothing(site):
    artifact = Artifact("index.html", page, {"text": "home", "unused": 1})
    run([artifact], site.output, site.cache)
    report = run([Artifact("index.html", page, {"text": "home", "unused": 2})], site.output, site.cache)
    assert (report.reasons, report.written) == ({"public/index.html": "unused changed"}, ())
    assert run([Artifact("index.html", page, {"text": "home", "unused": 2})], site.output, site.cache).reasons == {}


def test_what_is_no_longer_wanted_is_removed_with_its_folder(site):
    site.build(SITE)
    report = site.build({path: text for path, text in SITE.items() if "swap" not in path})
    assert report.removed == ("public/events/swap/index.html",)
    assert not (site.public / "events" / "swap").exists()
    assert site.build({"index.html": "home"}).removed == ("public/calendar.ics", "public/events/index.html")
    assert list(site.public.iterdir()) == [site.public / "index.html"]


def test_a_file_can_become_a_folder_and_a_folder_a_file(site):
    site.build({"a": "file", "b/c": "inner", "d": "rest"})
    for wanted in ({"a/x": "inner", "b": "file", "d": "rest"}, {"a": "file", "b/c": "inner", "d": "rest"}, {"a/x/y": "deep", "b/c": "inner", "d": "rest"}):
        site.build(wanted)
        assert site.published() == wanted


def test_files_of_others_stay_through_every_change(site):
    site.build(SITE)
    (site.public / "google1234.html").write_text("verified")
    (site.public / "events" / "notes").mkdir()
    (site.public / "events" / "notes" / "mine.txt").write_text("mine")
    report = site.build({"index.html": "new home", "calendar.ics": "new feed"})
    assert report.kept == ("public/events/notes/mine.txt", "public/google1234.html")
    assert site.published() == {"index.html": "new home", "calendar.ics": "new feed", "google1234.html": "verified", "events/notes/mine.txt": "mine"}


@pytest.mark.parametrize("theirs", ["about/index.html", "about", "about/index.html/deep"])
def test_a_file_of_others_in_our_way_is_not_overwritten(site, theirs):
    site.build(SITE)
    (site.public / theirs).parent.mkdir(parents=True, exist_ok=True)
    (site.public / theirs).write_text("theirs")
    with pytest.raises(Refused, match="not made by mcsite, and in the way"):
        site.build(SITE | {"about/index.html": "ours"})
    assert site.published() == SITE | {theirs: "theirs"}


def test_an_output_file_that_somebody_changed_or_removed_is_restored(site):
    site.build(SITE)
    (site.public / "index.html").write_text("defaced")
    (site.public / "calendar.ics").unlink()
    (site.public / "events" / "index.html").unlink()
    (site.public / "events" / "index.html").symlink_to("/etc/hostname")
    report = site.build(SITE)
    assert site.published() == SITE
    assert report.reasons == {
        "public/index.html": "the file was changed by something else",
        "public/calendar.ics": "the file is missing",
        "public/events/index.html": "the file was changed by something else",
    }


def test_a_touched_file_is_not_rewritten(site):
    site.build(SITE)
    os.utime(site.public / "index.html", (1, 1))
    assert site.build(SITE).written == ()
    assert (site.public / "index.html").stat().st_mtime == 1


def test_another_program_makes_everything_again_but_writes_only_what_differs(site, monkeypatch):
    site.build(SITE)
    monkeypatch.setattr("mcsite.build.comparison.program_digest", lambda: b"another")
    report = site.build(SITE)
    assert (set(report.reasons.values()), report.written) == ({"the program changed"}, ())
    assert site.build(SITE).reasons == {}


def test_an_explanation_makes_nothing(site):
    site.build(SITE)
    before = site.stamps()
    report = explain([Artifact("index.html", page, {"text": "edited"}), Artifact("about.html", page, {"text": "new"})], site.output, site.cache)
    assert report.reasons == {"public/index.html": "text changed", "public/about.html": "it is new"}
    assert report.removed == ("public/calendar.ics", "public/events/index.html", "public/events/swap/index.html")
    assert site.stamps() == before


def test_a_removed_public_folder_is_made_again(site):
    site.build(SITE)
    site.build(SITE | {"index.html": "x", "calendar.ics": "y"})
    shutil.rmtree(site.public)
    site.build(SITE)
    assert site.published() == SITE


def test_a_folder_that_is_not_ours_is_refused(site):
    site.output.mkdir()
    (site.output / "thesis.txt").write_text("years of work")
    with pytest.raises(Refused, match="not made by mcsite"):
        site.build(SITE)
    assert [path.name for path in site.output.iterdir()] == ["thesis.txt"]


def test_a_public_folder_that_leads_elsewhere_is_refused(site):
    site.build(SITE)
    shutil.rmtree(site.public)
    elsewhere = site.root / "elsewhere"
    elsewhere.mkdir()
    site.public.symlink_to(elsewhere)
    with pytest.raises(Refused, match="a link to elsewhere"):
        site.build(SITE)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("path", ["../escape", "/etc/passwd", "a//b", "a/./b", "C:/x", "a\\b", "", "a\nb", "a/"])
def test_a_path_that_could_lead_out_is_a_bug(site, path):
    with pytest.raises(ValueError, match="may not have the path"):
        site.build({path: "text"})


def test_a_mistake_of_the_theme_publishes_nothing(site):
    site.build(SITE)
    report = site.build({"index.html": "no such name", "other.html": "no such name"}, maker=badly_themed)
    assert [diagnostic.message for diagnostic in report.diagnostics] == ["no such name"]
    assert site.published() == SITE
    assert site.build(SITE).reasons == {}


def test_a_bug_in_a_maker_publishes_nothing_and_leaves_no_scratch(site):
    site.build(SITE)
    with pytest.raises(making.MakerError, match=r"index\.html: LookupError: home"):
        site.build({"index.html": "home"}, maker=stumbling)
    assert site.published() == SITE
    assert not list((site.output / ".mcsite-output").glob("made.*"))


@pytest.mark.parametrize("failing", range(12))
def test_a_full_disk_leaves_the_site_as_it_was(site, monkeypatch, failing):
    site.build(SITE)
    wanted = SITE | {"index.html": "x" * 1000, "calendar.ics": "y" * 1000, "new/index.html": "z"}
    left = failing

    def full(function):
        def call(*arguments, **named):
            nonlocal left
            left -= 1
            if left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return function(*arguments, **named)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(making, "_write", full(making._write))  # noqa: SLF001 - where bytes meet the disk
        patch.setattr(publish.os, "link", full(os.link))
        patch.setattr(publish.os, "mkdir", full(os.mkdir))
        patch.setattr(publish.os, "replace", full(os.replace))
        with suppress(OSError):
            site.build(wanted)
    if left < 0:
        assert site.published() == SITE
        assert sorted(path.name for path in (site.output / ".mcsite-output").iterdir() if path.name != "between") == ["files.txt", "lock"]
    else:
        assert site.published() == wanted
    site.build(wanted)
    assert site.published() == wanted


@pytest.mark.parametrize("lacking", ["links", "exchange", "both"])
def test_it_works_where_the_system_lacks_a_trick(site, monkeypatch, lacking):
    if lacking in {"links", "both"}:
        monkeypatch.setattr(publish.os, "link", lambda *_, **__: (_ for _ in ()).throw(PermissionError(errno.EPERM, "no links here")))
    if lacking in {"exchange", "both"}:
        monkeypatch.setattr(exchange, "_system_call", lambda *_: None)
    for turn in range(4):
        wanted = SITE | {"index.html": f"home {turn}", f"events/e{turn}/index.html": "event"}
        site.build(wanted)
        assert site.published() == wanted
        assert site.build(wanted).reasons == {}


@many
def test_any_number_of_processes_publishes_the_same(tmp_path):
    pages = {f"events/e{number}/index.html": f"event {number}" for number in range(400)}
    one, three = Builder(tmp_path / "one"), Builder(tmp_path / "three")
    done = []
    one.build(pages)
    three.build(pages, jobs=3, watch=Watch(progress=lambda count, total: done.append((count, total))))
    assert one.published() == three.published() == pages
    assert done[-1] == (400, 400)


def test_the_list_of_our_files_outlives_the_cache(site):
    site.build(SITE)
    shutil.rmtree(site.cache)
    (site.public / "theirs.txt").write_text("theirs")
    report = site.build({"index.html": "home"})
    assert report.kept == ("public/theirs.txt",)
    assert site.published() == {"index.html": "home", "theirs.txt": "theirs"}


def test_a_lost_list_never_costs_a_file(site):
    site.build(SITE)
    shutil.rmtree(site.cache)
    (site.output / ".mcsite-output" / "files.txt").write_bytes(b"\xff\xfe")
    assert site.build(SITE).kept == ()
    assert site.published() == SITE
    shutil.rmtree(site.cache)
    (site.output / ".mcsite-output" / "files.txt").write_bytes(b"")
    with pytest.raises(Refused, match=r"index\.html"):
        site.build(SITE | {"index.html": "other"})


def spell(text):
    if text == "unspeakable":
        raise LeftOut("there is no voice for this")
    return {f"{word}.txt": word.encode() for word in text.split()}


def told(text):
    return {"bundles": [Bundle("words/", spell, {"text": text})]}


def test_the_files_of_a_bundle_are_published_like_all_others(site):
    report = site.build({"index.html": "Hello"}, **told("one two"))
    assert site.published() == {"index.html": "Hello", "words/one.txt": "one", "words/two.txt": "two"}
    assert report.reasons["public/words/one.txt"] == "it is new"
    assert site.build({"index.html": "Hello"}, **told("one two")).written == ()


def test_of_another_bundle_only_what_differs_is_written_and_what_is_gone_is_removed(site):
    site.build({"index.html": "Hello"}, **told("one two"))
    report = site.build({"index.html": "Hello"}, **told("two three"))
    assert (report.written, report.removed) == (("public/words/three.txt",), ("public/words/one.txt",))


def test_a_file_of_a_bundle_that_somebody_took_away_comes_back(site):
    site.build({"index.html": "Hello"}, **told("one two"))
    (site.public / "words/one.txt").unlink()
    assert site.build({"index.html": "Hello"}, **told("one two")).written == ("public/words/one.txt",)


def test_a_bundle_that_cannot_be_made_is_left_out_and_the_rest_is_published(site):
    report = site.build({"index.html": "Hello"}, **told("unspeakable"))
    assert report.left_out == ("there is no voice for this",)
    assert site.published() == {"index.html": "Hello"}


def test_what_a_build_would_do_is_told_without_making_a_bundle(site):
    site.build({"index.html": "Hello"}, **told("one two"))
    pages = [Artifact("index.html", page, {"text": "Hello"})]
    assert explain(pages, site.output, site.cache, told("one two")["bundles"]).reasons == {}
    report = explain(pages, site.output, site.cache, told("one three")["bundles"])
    assert (report.reasons, report.removed) == ({"public/words/": "its inputs changed"}, ())


def test_a_file_of_others_where_a_bundle_needs_a_folder_is_left_and_said(site):
    site.build({"index.html": "Hello"})
    (site.public / "words").write_text("mine")
    with pytest.raises(Refused, match="words"):
        site.build({"index.html": "Hello"}, **told("one two"))
    assert (site.public / "words").read_text() == "mine"
