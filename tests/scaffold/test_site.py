"""A new site is written into an empty folder, and nowhere else."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
import yaml

from mcsite.scaffold import site
from mcsite.scaffold.requirement import Requirement
from mcsite.scaffold.site import NotEmptyError, new_site

TODAY = date(2026, 11, 23)
WHEEL = Requirement("./mcsite.whl\n", {"mcsite.whl": b"PK"})


@pytest.fixture(autouse=True)
def _starter(tmp_path, monkeypatch):
    (tmp_path / "starter" / "content").mkdir(parents=True)
    (tmp_path / "starter" / "content" / "site.md").write_text("---\ntitle: Mine\n---\n")
    monkeypatch.setattr(site, "STARTER", tmp_path / "starter")


def test_a_new_site_has_the_starter_s_files_and_keeps_what_is_generated_out_of_git(tmp_path):
    assert new_site(tmp_path / "deep" / "new", TODAY) == (".gitignore", "content/site.md")
    assert (tmp_path / "deep" / "new" / "content" / "site.md").read_text() == "---\ntitle: Mine\n---\n"
    assert "/output/\n/.mcsite/\n" in (tmp_path / "deep" / "new" / ".gitignore").read_text()


def test_what_a_new_site_announces_is_still_to_come(tmp_path):
    (site.STARTER / "content" / "events").mkdir()
    (site.STARTER / "content" / "events" / "circle.md").write_text("---\nstart: @NEXT_TUESDAY@ 18:00\n---\n")
    new_site(tmp_path / "new", TODAY)
    assert "start: 2026-12-01 18:00" in (tmp_path / "new" / "content" / "events" / "circle.md").read_text()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(NotEmptyError):
        new_site(tmp_path / "mine", TODAY)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotEmptyError):
        new_site(tmp_path / "file", TODAY)


def test_a_fresh_clone_counts_as_empty(tmp_path):
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    assert "content/site.md" in new_site(tmp_path / "clone", TODAY)


def test_for_github_there_is_a_workflow_that_builds_without_rights_and_publishes_with_few(tmp_path):
    assert {".github/workflows/pages.yml", "requirements.txt"} <= set(new_site(tmp_path / "new", TODAY, ["github"], WHEEL))
    workflow = yaml.safe_load((tmp_path / "new" / ".github" / "workflows" / "pages.yml").read_text())
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert workflow["jobs"]["publish"]["if"] == "github.event_name != 'pull_request'"
    commands = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
    assert "mcsite check --format github" in commands
    assert 'mcsite diff --previous live --format markdown >> "$GITHUB_STEP_SUMMARY"' in commands
    checkouts = [step for job in workflow["jobs"].values() for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"] for step in checkouts] == [{"persist-credentials": False}] * 2


def test_what_a_host_has_to_install_lies_beside_its_settings(tmp_path):
    new_site(tmp_path / "new", TODAY, ["netlify"], WHEEL)
    assert (tmp_path / "new" / "requirements.txt").read_text() == "./mcsite.whl\n"
    assert (tmp_path / "new" / "mcsite.whl").read_bytes() == b"PK"


def test_for_netlify_there_are_its_settings(tmp_path):
    assert {"netlify.toml", "requirements.txt"} <= set(new_site(tmp_path / "new", TODAY, ["netlify"], WHEEL))
    settings = tomllib.loads((tmp_path / "new" / "netlify.toml").read_text())
    assert settings["build"]["publish"] == "output/public"
    assert settings["context"]["deploy-preview"]["command"] == 'mcsite build --base-url "$DEPLOY_PRIME_URL/"'
