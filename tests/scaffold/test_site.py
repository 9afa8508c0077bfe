"""A new site is written into an empty folder, and nowhere else."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
import yaml

from mcsite.scaffold import site
from mcsite.scaffold.answers import Answers
from mcsite.scaffold.requirement import Requirement
from mcsite.scaffold.site import NotEmptyError, new_site

TODAY = date(2026, 11, 23)
MOVES = Answers("Moves", timezone="Europe/Dublin", base_url="https://maren.github.io/moves/")
WHEEL = Requirement("./mcsite.whl\n", {"mcsite.whl": b"PK"})


@pytest.fixture(autouse=True)
def _starter(tmp_path, monkeypatch):
    (tmp_path / "starter" / "content").mkdir(parents=True)
    (tmp_path / "starter" / "content" / "site.md").write_text("---\ntitle: Mine\n---\n")
    monkeypatch.setattr(site, "STARTER", tmp_path / "starter")


def test_a_new_site_has_the_starter_s_files_and_keeps_what_is_generated_out_of_git(tmp_path):
    assert new_site(tmp_path / "deep" / "new", TODAY, MOVES) == (".gitignore", "content/site.md")
    assert (tmp_path / "deep" / "new" / "content" / "site.md").read_text() == "---\ntitle: Mine\n---\n"
    assert "/output/\n/.mcsite/\n" in (tmp_path / "deep" / "new" / ".gitignore").read_text()


def test_what_a_new_site_announces_is_still_to_come(tmp_path):
    (site.STARTER / "content" / "events").mkdir()
    (site.STARTER / "content" / "events" / "circle.md").write_text("---\nstart: @NEXT_TUESDAY@ 18:00\n---\n")
    new_site(tmp_path / "new", TODAY, MOVES)
    assert "start: 2026-12-01 18:00" in (tmp_path / "new" / "content" / "events" / "circle.md").read_text()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(NotEmptyError):
        new_site(tmp_path / "mine", TODAY, MOVES)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotEmptyError):
        new_site(tmp_path / "file", TODAY, MOVES)


def test_a_fresh_clone_counts_as_empty(tmp_path):
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    assert "content/site.md" in new_site(tmp_path / "clone", TODAY, MOVES)


def test_the_answers_stand_where_they_belong(tmp_path):
    (site.STARTER / "content" / "site.md").write_text("---\ntitle: @NAME@\nbase_url: @BASE_URL@\n---\n")
    new_site(tmp_path / "new", TODAY, MOVES, ["github", "netlify"], WHEEL)
    assert (tmp_path / "new" / "content" / "site.md").read_text() == "---\ntitle: Moves\nbase_url: https://maren.github.io/moves/\n---\n"
    for name in ("pages.yml", "nightly.yml"):
        assert workflow(tmp_path / "new", name)["on"]["schedule"] == [{"cron": "7 0 * * *", "timezone": "Europe/Dublin"}]


def workflow(folder, name):
    """A workflow as GitHub reads it: there ``on`` is a word, not the yes of YAML 1.1."""
    return yaml.load((folder / ".github" / "workflows" / name).read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture
def published(tmp_path):
    """The workflows of a site on GitHub Pages: what looks at proposals, and what publishes."""
    assert {"requirements.txt", "content/site.md"} <= set(new_site(tmp_path / "new", TODAY, MOVES, ["github"], WHEEL))
    return workflow(tmp_path / "new", "check.yml"), workflow(tmp_path / "new", "pages.yml")


def commands(job):
    return [step["run"] for step in job["steps"] if "run" in step]


def test_what_a_stranger_proposes_is_looked_at_with_no_right_but_to_read(published):
    check, _ = published
    assert check["on"] == {"pull_request": ""}
    assert check["permissions"] == {"contents": "read"}
    assert "secrets" not in str(check)
    assert commands(check["jobs"]["check"])[1:] == [
        "mcsite check --previous live --format github",
        'mcsite diff --previous live --format markdown >> "$GITHUB_STEP_SUMMARY"',
    ]


def test_the_site_is_built_without_the_right_to_publish_it_and_only_from_main(published):
    _, pages = published
    build, deploy = pages["jobs"]["build"], pages["jobs"]["deploy"]
    assert pages["on"]["push"] == {"branches": ["main"]}
    assert build["if"] == "github.ref == 'refs/heads/main'"
    assert (pages["permissions"], build["permissions"]) == ({}, {"contents": "read", "pages": "read"})
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert (deploy["needs"], commands(deploy)) == ("build", [])
    assert commands(build)[-1] == 'mcsite build --previous live --base-url "$BASE_URL/" --format github'


def test_no_build_overtakes_another_and_none_runs_for_ever(published):
    assert published[1]["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert all("timeout-minutes" in job for one in published for job in one["jobs"].values())


def test_no_checkout_leaves_its_key_behind(published):
    checkouts = [step for one in published for job in one["jobs"].values() for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"] for step in checkouts] == [{"persist-credentials": "false"}] * 2


def test_what_a_host_has_to_install_lies_beside_its_settings(tmp_path):
    new_site(tmp_path / "new", TODAY, MOVES, ["netlify"], WHEEL)
    assert (tmp_path / "new" / "requirements.txt").read_text() == "./mcsite.whl\n"
    assert (tmp_path / "new" / "mcsite.whl").read_bytes() == b"PK"


def test_for_netlify_there_are_its_settings(tmp_path):
    assert {"netlify.toml", "requirements.txt", ".github/workflows/check.yml"} <= set(new_site(tmp_path / "new", TODAY, MOVES, ["netlify"], WHEEL))
    settings = tomllib.loads((tmp_path / "new" / "netlify.toml").read_text())
    assert settings["build"]["publish"] == "output/public"
    assert settings["build"]["command"] == 'mcsite build --previous live --base-url "$URL/"'
    assert settings["context"]["deploy-preview"]["command"] == 'mcsite build --previous "$URL/" --base-url "$DEPLOY_PRIME_URL/"'
    assert not (tmp_path / "new" / ".github" / "workflows" / "pages.yml").exists()
