"""``mcsite deploy`` onto a branch of a repository on the same disk."""

import pytest
from repositories import ENVIRONMENT, git
from story import NOW

EVENT = "title: Swap\nstart: 2026-01-06 18:00\nend: 19:00\nonline: https://meet.example.org/"


@pytest.fixture
def kept(site, tmp_path):
    """A site that is kept in a repository with a remote."""
    site.write("events/swap.md", EVENT)
    git(tmp_path, "init", "-q", "--bare", "hub.git")
    git(site.root, "init", "-q", "-b", "main")
    git(site.root, "remote", "add", "origin", str(tmp_path / "hub.git"))
    return site


@pytest.fixture
def deploy(run):
    return lambda site, *arguments: run(site, "deploy", "--now", NOW, *arguments, **ENVIRONMENT)


def published(site):
    return git(site.root, "ls-tree", "-r", "--name-only", "gh-pages").split()


def test_the_first_publication(kept, deploy):
    kept.command("build", "--now", NOW)
    done = deploy(kept, "--yes")
    assert (done.returncode, done.stderr) == (0, "Published on the branch gh-pages of origin.\n")
    assert done.stdout.startswith("First publication: 1 event, 1 session.\n")
    assert set(published(kept)) == {path.relative_to(kept.output / "public").as_posix() for path in (kept.output / "public").rglob("*") if path.is_file()}


def test_a_domain_of_one_s_own_stays_with_the_branch(kept, deploy):
    kept.command("build", "--now", NOW)
    deploy(kept, "--yes")
    assert git(kept.root, "show", "gh-pages:CNAME") == "example.org\n"


def test_what_followers_will_see_is_shown_and_asked_about(kept, deploy):
    kept.command("build", "--now", NOW)
    deploy(kept, "--yes")
    before = git(kept.root, "rev-parse", "gh-pages")
    kept.write("events/swap.md", EVENT.replace("18:00", "18:30")).command("build", "--now", NOW)
    done = kept.command("deploy", "--now", NOW, stdin="no\n", **ENVIRONMENT)
    assert "18:00–19:00 → 18:30–19:00" in done.stdout
    assert done.returncode == 0
    assert "Nothing was published." in done.stderr
    assert git(kept.root, "rev-parse", "gh-pages") == before
    assert deploy(kept, "--yes").returncode == 0
    assert git(kept.root, "rev-parse", "gh-pages") != before


def test_a_build_is_judged_by_the_moment_and_the_address_for_which_it_was_made(kept, run):
    kept.command("build", "--now", NOW, "--base-url", "https://elsewhere.example/")
    done = run(kept, "deploy", "--yes", **ENVIRONMENT)
    assert done.returncode == 0
    assert done.stderr.startswith(f"This is the site as of {NOW[:10]}: 'mcsite build' brings it up to date.\n")
    assert git(kept.root, "show", "gh-pages:CNAME") == "elsewhere.example\n"


def refused(done):
    """Why nothing was published."""
    assert done.returncode == 2
    return done.stderr


def test_without_a_build_there_is_nothing_to_publish(kept, deploy):
    assert "there is no built site" in refused(deploy(kept, "--yes"))


def test_a_build_that_is_older_than_its_files_is_refused(kept, deploy):
    kept.command("build", "--now", NOW)
    kept.write("events/swap.md", EVENT.replace("Swap", "Exchange"))
    assert "is not what the files say now" in refused(deploy(kept, "--yes"))


def test_an_output_folder_in_which_something_is_missing_is_refused(kept, deploy):
    kept.command("build", "--now", NOW)
    (kept.output / "public" / "events" / "swap" / "index.html").unlink()
    assert "public/events/swap/index.html among them" in refused(deploy(kept, "--yes"))


def test_a_site_with_mistakes_is_refused(kept, deploy):
    kept.command("build", "--now", NOW)
    kept.write("events/swap.md", EVENT.replace("18:00", "25:00"))
    done = deploy(kept, "--yes")
    assert done.returncode == 1
    assert "error[E" in done.stdout


def test_a_build_that_does_not_know_what_was_published_from_elsewhere_is_refused(kept, deploy):
    kept.write("events/talk.md", EVENT.replace("Swap", "Talk")).command("build", "--now", NOW)
    deploy(kept, "--yes")
    kept.remove("events/talk.md").command("build", "--now", NOW, "--previous", "none")
    assert "1 session, 'Talk' among them" in refused(deploy(kept, "--yes"))


def test_drafts_are_not_published(kept, deploy):
    assert "drafts are not published" in refused(deploy(kept, "--yes", "--drafts"))
