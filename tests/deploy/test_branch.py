"""The site on a branch of its own, in a repository on the same disk."""

import pytest
from repositories import ENVIRONMENT, git

from mcsite.deploy.branch import Branch, NotPossibleError


@pytest.fixture(autouse=True)
def _as_maren(monkeypatch):
    """ghp-import runs git in the environment of the process."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "hub.git")
    git(tmp_path, "init", "-q", "-b", "main", "site")
    git(tmp_path / "site", "remote", "add", "origin", str(tmp_path / "hub.git"))
    return tmp_path / "site"


@pytest.fixture
def public(tmp_path):
    (tmp_path / "public" / "events").mkdir(parents=True)
    for name in ("index.html", "events/calendar.ics", "ledger.json"):
        (tmp_path / "public" / name).write_text(name)
    return tmp_path / "public"


@pytest.fixture
def branch(repository):
    return Branch(repository, "origin", "gh-pages", ENVIRONMENT)


def test_before_the_first_publication_nothing_is_published(branch):
    assert branch.fetch() is None


def test_the_files_of_the_folder_and_no_others_are_published(branch, public, repository):
    (repository / "secret.txt").write_text("mine")
    branch.push(public, "Publish")
    assert git(repository, "ls-tree", "-r", "--name-only", "gh-pages").split() == [".nojekyll", "events/calendar.ics", "index.html", "ledger.json"]
    assert branch.fetch() == b"ledger.json"


def test_what_was_published_from_elsewhere_is_seen(branch, public, repository, tmp_path):
    branch.push(public, "Publish")
    git(tmp_path, "clone", "-q", "-b", "gh-pages", "hub.git", "other")
    (tmp_path / "other" / "ledger.json").write_text("newer")
    git(tmp_path / "other", "commit", "-q", "-a", "-m", "From elsewhere")
    git(tmp_path / "other", "push", "-q")
    assert branch.fetch() == b"newer"
    branch.push(public, "Publish again")
    assert git(repository, "log", "--format=%s", "gh-pages").split("\n")[:3] == ["Publish again", "From elsewhere", "Publish"]


def test_a_folder_without_a_repository_is_named(tmp_path):
    (tmp_path / "alone").mkdir()
    with pytest.raises(NotPossibleError, match="alone is not in a git repository"):
        Branch(tmp_path / "alone", "origin", "gh-pages", {**ENVIRONMENT, "GIT_CEILING_DIRECTORIES": str(tmp_path)}).fetch()


def test_an_unknown_remote_is_named(repository):
    with pytest.raises(NotPossibleError, match="knows no remote 'elsewhere'"):
        Branch(repository, "elsewhere", "gh-pages", ENVIRONMENT).fetch()


def test_a_remote_that_is_not_there_gives_no_answer(repository, tmp_path):
    git(repository, "remote", "set-url", "origin", str(tmp_path / "nowhere.git"))
    with pytest.raises(NotPossibleError, match="'origin' gives no answer"):
        Branch(repository, "origin", "gh-pages", ENVIRONMENT).fetch()


def test_a_refused_push_is_told(branch, public, tmp_path):
    hook = tmp_path / "hub.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(NotPossibleError, match="git refused it"):
        branch.push(public, "Publish")


def test_a_machine_without_git_is_told(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotPossibleError, match="git is not installed"):
        Branch(repository, "origin", "gh-pages", {"PATH": ""}).fetch()
