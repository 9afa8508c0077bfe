"""A host installs the very program that made the site, or its owner is told what to say."""

from __future__ import annotations

import pytest
from repositories import git

from mcsite import __version__
from mcsite.scaffold.requirement import requirement, this_program

COMMIT = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"


def lines_that_count(found):
    return [line for line in found.text.splitlines() if not line.startswith("#")]


def test_a_program_from_an_index_is_named_with_its_version():
    assert requirement(None).text == f"mcsite=={__version__}\n"


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (
            {"url": "https://git.example.org/mcsite.git", "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}},
            f"mcsite @ git+https://git.example.org/mcsite.git@{COMMIT}",
        ),
        ({"url": "https://example.org/mcsite-1-py3-none-any.whl", "archive_info": {}}, "mcsite @ https://example.org/mcsite-1-py3-none-any.whl"),
    ],
)
def test_a_program_from_elsewhere_on_the_web_is_taken_from_there_too(origin, line):
    assert lines_that_count(requirement(origin)) == [line]
    assert requirement(origin).complete


def test_a_wheel_goes_with_the_site(tmp_path):
    wheel = tmp_path / "with a blank" / "mcsite-1-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK wheel")
    found = requirement({"url": wheel.as_uri(), "archive_info": {}})
    assert (lines_that_count(found), found.files, found.complete) == (["./mcsite-1-py3-none-any.whl"], {"mcsite-1-py3-none-any.whl": b"PK wheel"}, True)


def test_a_checkout_is_taken_from_where_it_was_cloned_from(tmp_path):
    git(tmp_path, "init", "-q")
    git(tmp_path, "remote", "add", "origin", "git@github.com:maren/mcsite.git")
    source = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    assert not requirement(source).complete
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Begin")
    assert lines_that_count(requirement(source)) == [f"mcsite @ git+https://github.com/maren/mcsite.git@{git(tmp_path, 'rev-parse', 'HEAD').strip()}"]
    assert requirement(source).complete


@pytest.mark.parametrize("name", ["", "mcsite-gone-py3-none-any.whl"])
def test_what_a_host_cannot_reach_is_left_to_be_said(tmp_path, name):
    found = requirement({"url": (tmp_path / name).as_uri(), "dir_info": {"editable": True}})
    assert (lines_that_count(found), found.complete) == ([], False)
    assert "# mcsite @ git+https://" in found.text
    assert f"# ./mcsite-{__version__}-py3-none-any.whl" in found.text


def test_the_program_that_runs_these_tests_knows_where_it_is_from():
    assert "mcsite" in this_program().text
