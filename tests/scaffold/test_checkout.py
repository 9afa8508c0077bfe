"""What a folder says of the repository that it is in."""

import pytest
from repositories import git

from mcsite.scaffold.checkout import commit, origin


@pytest.fixture
def clone(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/maren/moves.git", "https://github.com/maren/moves.git"),
        ("git@github.com:maren/moves.git", "https://github.com/maren/moves.git"),
        ("ssh://git@codeberg.org/maren/moves.git", "https://codeberg.org/maren/moves.git"),
        ("https://maren:ghp_secret@github.com/maren/moves.git", "https://github.com/maren/moves.git"),
        ("../hub.git", ""),
    ],
)
def test_a_clone_knows_where_it_is_from(clone, remote, address):
    git(clone, "remote", "add", "upstream", "https://example.org/other.git")
    git(clone, "remote", "add", "origin", remote)
    assert origin(clone) == address


def test_a_folder_that_is_no_clone_knows_nothing(clone, tmp_path):
    assert (origin(clone), commit(clone)) == ("", "")
    assert (origin(tmp_path / "new"), commit(tmp_path / "new")) == ("", "")


def test_the_commit_is_known_on_a_branch_after_tidying_up_and_on_none(clone):
    git(clone, "commit", "-q", "--allow-empty", "-m", "Begin")
    here = git(clone, "rev-parse", "HEAD").strip()
    assert commit(clone) == here
    git(clone, "pack-refs", "--all")
    assert commit(clone) == here
    git(clone, "checkout", "-q", "--detach")
    assert commit(clone) == here
