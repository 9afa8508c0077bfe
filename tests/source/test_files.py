import os

import pytest

from mcsite.source.files import LARGEST, discover

SITE = "---\ntitle: x\n---\n"


@pytest.fixture
def site(tmp_path):
    """Makes files below a folder: a site."""

    def make(*paths: str):
        for path in paths:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(SITE, encoding="utf-8")
        return tmp_path

    return make


def found(root):
    return [(file.path, file.kind, file.slug) for file in discover(root).files]


def codes(root):
    return [(one.span.path, one.code) for one in discover(root).diagnostics]


def test_the_folder_says_the_kind_and_the_name_the_slug(site):
    root = site("content/site.md", "content/events/2026/stretch.md", "content/people/anna.md", "content/library/flyer.md")
    assert found(root) == [
        ("content/events/2026/stretch.md", "event", "stretch"),
        ("content/library/flyer.md", "library", "flyer"),
        ("content/people/anna.md", "person", "anna"),
        ("content/site.md", "site", "site"),
    ]
    assert codes(root) == []


def test_assets_have_a_digest_and_a_size(site):
    root = site("assets/flyers/a.svg")
    (asset,) = discover(root).assets
    assert (asset.path, asset.size, len(asset.digest)) == ("assets/flyers/a.svg", len(SITE), 64)
    assert (root / "assets/flyers/a.svg").samefile(asset.source)


def test_a_folder_without_content_is_empty(tmp_path):
    assert discover(tmp_path) == discover(tmp_path / "missing")
    assert discover(tmp_path).files == ()


def test_records_and_hidden_files_are_not_part_of_the_site(site):
    root = site("content/records/2026.csv", "content/events/.draft.md", "content/.git/x.md", "assets/.DS_Store", "assets/Thumbs.db", "content/events/a.md~")
    assert discover(root) == discover(root / "nowhere")


def test_files_that_would_be_overlooked_are_named(site):
    root = site("content/events/a.txt", "content/events/b.MD", "content/event/c.md", "content/about.md", "content/events/d.md.txt")
    assert codes(root) == [
        ("content/about.md", "E107"),
        ("content/event/c.md", "E107"),
        ("content/events/a.txt", "W101"),
        ("content/events/b.MD", "W101"),
        ("content/events/d.md.txt", "W101"),
    ]
    helps = {one.span.path: one.help for one in discover(root).diagnostics}
    assert helps["content/event/c.md"] == "did you mean 'events'?"
    assert helps["content/events/b.MD"] == "rename it to b.md"


def test_a_name_that_cannot_stand_in_an_address_gets_one_that_can(site):
    root = site("content/events/Tuesday Stretch.md", "content/venues/Café.md")
    assert found(root) == [("content/events/Tuesday Stretch.md", "event", "tuesday-stretch"), ("content/venues/Café.md", "venue", "cafe")]
    assert [code for _, code in codes(root)] == ["W102", "W102"]


def test_nobody_is_told_to_call_a_file_by_an_address_that_says_nothing(site):
    (note,) = discover(site("content/events/\u65e9\u4f1a.md")).diagnostics
    assert note.help.startswith("give it a name in Latin letters")


def test_two_files_of_one_kind_with_one_slug_are_both_named(site):
    root = site("content/events/2025/stretch.md", "content/events/2026/Stretch.md", "content/venues/stretch.md")
    (clash,) = [one for one in discover(root).diagnostics if one.code == "E104"]
    assert clash.span.path == "content/events/2026/Stretch.md"
    assert "content/events/2025/stretch.md" in clash.message
    assert [slug for _, kind, slug in found(root) if kind == "event"] == ["stretch"]


def test_names_that_differ_in_capitals_only_are_one_whatever_joins_their_words(site):
    root = site("content/events/a/yoga_class.md", "content/events/b/Yoga_Class.md")
    assert found(root) == [("content/events/a/yoga_class.md", "event", "yoga_class")]
    assert ("content/events/b/Yoga_Class.md", "E104") in codes(root)


def test_two_ways_to_store_one_accent_are_one_name(site):
    root = site("content/events/\u00e4.md", "content/events/a\u0308.md")
    if len(list((root / "content/events").iterdir())) == 1:
        pytest.skip("this system does not tell them apart")
    assert [code for _, code in codes(root)].count("E104") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot make these names")
@pytest.mark.parametrize("name", ["con.md", "NUL.md", "a:b.md", "a?.md", "a\\b.md", "a\nb.md", "a\x1b.md", "!!!.md"])
def test_names_that_not_every_system_can_hold_are_refused(site, name):
    root = site(f"content/events/{name}")
    assert found(root) == []
    assert [code for _, code in codes(root)] == ["E106"]


def test_links_that_lead_out_are_refused_and_not_read(site, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    root = site("content/site.md")
    (root / "content/events").mkdir()
    (root / "content/events/a.md").symlink_to(secret)
    (root / "content/pages").symlink_to(secret.parent)
    (root / "content/venues").symlink_to(root / "content")
    (root / "content/events/broken.md").symlink_to(root / "missing.md")
    assert found(root) == [("content/site.md", "site", "site")]
    assert codes(root) == [("content/events/a.md", "E105"), ("content/events/broken.md", "E105"), ("content/pages", "E105"), ("content/venues", "E105")]


def test_a_link_inside_the_site_is_read(site):
    root = site("content/events/a.md")
    (root / "content/events/b.md").symlink_to(root / "content/events/a.md")
    assert [slug for _, _, slug in found(root)] == ["a", "b"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("target", [".git/config", "content/records/2026.csv", "content/.secret/x.txt", "output/private/x.txt", "."])
def test_links_to_what_is_not_meant_to_be_shown_are_refused(site, target):
    root = site("content/site.md", ".git/config", "content/records/2026.csv", "content/.secret/x.txt", "output/private/x.txt", "assets/a.txt")
    (root / "assets/x.txt").symlink_to(root / target)
    assert codes(root) == [("assets/x.txt", "E105")]
    assert [asset.path for asset in discover(root).assets] == ["assets/a.txt"]


@pytest.mark.parametrize("top", ["content", "assets"])
def test_the_folders_of_a_site_may_not_be_links_that_lead_out(site, tmp_path_factory, top):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.txt").write_text("x", encoding="utf-8")
    root = site("README.md")
    (root / top).symlink_to(elsewhere)
    assert codes(root) == [(top, "E105")]
    assert discover(root).assets == ()


def test_a_link_to_itself_is_refused(site):
    root = site("content/site.md", "content/events/a.md")
    (root / "content/events/b.md").symlink_to("b.md")
    assert codes(root) == [("content/events/b.md", "E105")]


def test_what_is_no_file_is_refused_without_being_opened(site):
    root = site("content/site.md")
    (root / "content/events").mkdir()
    os.mkfifo(root / "content/events/pipe.md")
    assert codes(root) == [("content/events/pipe.md", "E105")]


def test_a_file_that_is_too_large_is_refused_without_being_read(site):
    root = site("content/events/a.md")
    with (root / "content/events/a.md").open("r+b") as file:
        file.truncate(50 * LARGEST)
    assert found(root) == []
    (refused,) = discover(root).diagnostics
    assert (refused.code, refused.message) == ("E101", "this file has 50.0 MiB; content files have 1 MiB at most")


def test_assets_that_differ_in_capitals_only_are_refused(site):
    root = site("assets/Flyer.svg")
    if (root / "assets/flyer.svg").exists():
        pytest.skip("this system does not tell capitals apart")
    site("assets/flyer.svg")
    assert [code for _, code in codes(root)] == ["E104"]
