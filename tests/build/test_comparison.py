"""What is wanted, remembered and there are three things, and each says its part."""

from __future__ import annotations

import pytest

from mcsite.build.artifact import Area, Artifact
from mcsite.build.comparison import Comparison
from mcsite.build.run import run


def page(text):
    return text.encode()


def wanted(*texts):
    return [Artifact(f"{text}.html", page, {"text": text}) for text in texts]


@pytest.fixture
def built(tmp_path, monkeypatch):
    monkeypatch.setattr("mcsite.build.comparison.program_digest", lambda: b"this program")
    run([*wanted("home", "about"), Artifact("mail.txt", page, {"text": "Dear"}, Area.PRIVATE)], tmp_path / "output", tmp_path / "cache")
    return tmp_path


def compare(root, *texts):
    return Comparison.of(wanted(*texts), root / "output", root / "cache")


def test_what_is_as_it_was_has_no_reason(built):
    assert compare(built, "home", "about").reasons() == {}


def test_what_is_no_longer_wanted_and_what_others_put_there_are_told_apart(built):
    (built / "output" / "public" / "theirs.txt").write_text("theirs")
    compared = compare(built, "home")
    assert compared.unwanted() == ("private/mail.txt", "public/about.html")
    assert compared.foreign() == ("public/theirs.txt",)


def test_a_file_is_read_only_in_doubt(built, monkeypatch):
    compared = compare(built, "home", "about")
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("read without need"))
    assert compared.digest_of("public/home.html") == compared.records["public/home.html"].digest
    assert compared.digest_of("public/none.html") == b""


def test_our_list_or_our_memory_is_enough_to_know_our_files(built):
    (built / "output" / ".mcsite-output" / "files.txt").unlink()
    assert compare(built, "home").foreign() == ()


def test_an_artifact_that_cannot_be_fingerprinted_is_refused(built):
    with pytest.raises(TypeError, match="cannot fingerprint list"):
        Comparison.of([Artifact("a.html", page, {"text": []})], built / "output", None)
