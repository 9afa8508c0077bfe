"""Only a folder that is ours is built into."""

from __future__ import annotations

import pytest

from mcsite.build.folder import Refused, Seen, listed, opened, survey


def said():
    pytest.fail("nobody else was building")


def test_a_new_folder_is_marked_as_ours_and_leaves_no_scratch(tmp_path):
    with opened(tmp_path / "deep" / "output", said) as folder:
        assert folder.made.is_dir()
    assert sorted(path.name for path in (tmp_path / "deep" / "output" / ".mcsite-output").iterdir()) == ["files.txt", "lock"]
    assert "made by mcsite" in (tmp_path / "deep" / "output" / ".mcsite-output" / "files.txt").read_text()


def test_hidden_files_of_others_do_not_make_a_folder_theirs(tmp_path):
    (tmp_path / ".gitkeep").write_text("")
    with opened(tmp_path, said):
        pass
    assert (tmp_path / ".gitkeep").exists()


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "output").write_text("text")
    with pytest.raises(Refused, match="is a file"), opened(tmp_path / "output", said):
        pass


def test_what_a_killed_build_left_is_cleared_away(tmp_path):
    with opened(tmp_path, said):
        pass
    (tmp_path / ".mcsite-output" / "made.old").mkdir()
    (tmp_path / ".mcsite-output" / "made.old" / "7").write_text("half")
    with opened(tmp_path, said) as folder:
        assert list((tmp_path / ".mcsite-output").glob("made.*")) == [folder.made]


def test_the_list_names_our_files(tmp_path):
    with opened(tmp_path, said) as folder:
        folder.note_files(["public/index.html", "public/caf\u00e9.html"])
    assert listed(tmp_path) == {"public/index.html", "public/caf\u00e9.html"}
    assert listed(tmp_path / "elsewhere") == frozenset()


def test_a_survey_finds_every_file_and_follows_no_link(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.html").write_text("text")
    (tmp_path / "a" / "etc").symlink_to("/etc")
    status = (tmp_path / "a" / "b" / "c.html").stat()
    found = dict(survey(tmp_path, "public/"))
    assert found["public/a/b/c.html"] == Seen(4, status.st_mtime_ns, status.st_ino)
    assert found["public/a/etc"].size == -1
    assert len(found) == 2
    assert list(survey(tmp_path / "nowhere", "")) == []
