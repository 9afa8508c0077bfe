"""What the hosts themselves make of what is written for them: Netlify's own parsers, GitHub's schema, a reader of workflows for their safety."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import tools
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser, expect
from story import Story
from visits import Visit, every_kind_of_page

from mcsite.scaffold.answers import Answers
from mcsite.scaffold.site import new_site

PATH = "/harbour-hands/"
ROOT = f"https://example.github.io{PATH}"
THEN = datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC)
TAGS = 'rules: {unpinned-uses: {config: {policies: {"actions/*": ref-pin}}}}\n'
"""GitHub's own actions by their major version: whoever keeps such a site does not look after digests."""


@dataclass(frozen=True)
class Netlify:
    """What Netlify has understood."""

    found: dict[str, Any]

    def headers(self, address: str) -> dict[str, str]:
        """Those of an address below the site's root: of two rules, what the later one says."""
        rules = (rule for rule in self.found["headers"] if re.fullmatch(rule["matches"][1:].rpartition("/")[0], PATH + address, re.IGNORECASE))
        return {name: value for rule in rules for name, value in rule["values"].items()}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with everything for both hosts."""
    folder = tmp_path_factory.mktemp("new") / "moves"
    new_site(folder, date(2026, 11, 23), Answers("Moves", timezone="Europe/Dublin"), ["github", "netlify"])
    return folder


def understood(node: tools.Node, repository: Path, public: Path) -> Netlify:
    tools.package("@netlify/config/package.json")
    return Netlify(node("netlify.mjs", repository, public))


@pytest.fixture(scope="module")
def netlify(node: tools.Node, repository: Path, sample: Story) -> Netlify:
    return understood(node, repository, sample.output / "public")


def test_netlify_understands_every_line(netlify: Netlify, sample: Story) -> None:
    lines = sample.read("_headers").splitlines()
    assert netlify.found["errors"] == []
    assert sum(len(rule["values"]) for rule in netlify.found["headers"]) == sum(line.startswith("  ") for line in lines)
    assert len(netlify.found["redirects"]) == len(sample.read("_redirects").splitlines()) > 0


def test_what_netlify_cannot_read_would_be_noticed(node: tools.Node, repository: Path, tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("  X-Frame-Options: DENY\n")
    (tmp_path / "_redirects").write_text("/old/\n")
    assert len(understood(node, repository, tmp_path).found["errors"]) == 2


def test_netlify_builds_what_is_published_and_what_is_proposed_against_what_is_published(netlify: Netlify) -> None:
    assert netlify.found["publish"] == "output/public"
    assert netlify.found["environment"] == {"PYTHON_VERSION": "3.13"}
    preview = 'mcsite build --previous "$URL/" --base-url "$DEPLOY_PRIME_URL/"'
    assert netlify.found["commands"] == {
        "production": 'mcsite build --previous live --base-url "$URL/"',
        "deploy-preview": preview,
        "branch-deploy": preview,
    }


def test_netlify_leads_former_addresses_on_even_where_a_file_is_left(netlify: Netlify) -> None:
    old = [rule for rule in netlify.found["redirects"] if rule["from"].endswith("/book-group/")]
    assert old == [{"from": f"{PATH}events/book-group/", "to": f"{PATH}events/reading-circle/", "status": 301, "force": True}]


def test_netlify_serves_each_file_as_what_it_is(netlify: Netlify, sample: Story) -> None:
    for path in sample.files():
        headers = netlify.headers(path.removesuffix("index.html"))
        assert headers["X-Content-Type-Options"] == "nosniff", path
        if path.endswith(".ics") and not path.startswith("assets/"):
            assert headers["Content-Type"] == "text/calendar; charset=utf-8", path
        if path.endswith(".html"):
            assert ("X-Frame-Options" in headers) == (not path.startswith("embed/")), path
            assert headers["Content-Security-Policy"].endswith("frame-ancestors *" if path.startswith("embed/") else "frame-ancestors 'none'"), path
            assert "Cache-Control" not in headers, path


@pytest.fixture
def visit(browser: Browser, sample: Story, netlify: Netlify) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, timezone_id="Europe/London")
    yield Visit(context.new_page(), ROOT, THEN, sample.files(), netlify.headers)
    context.close()


def test_every_kind_of_page_works_with_the_headers_that_netlify_sends(visit: Visit, sample: Story) -> None:
    for address in every_kind_of_page(sample):
        visit.open(address)
        assert ([text for text in visit.said if "404" not in text], visit.elsewhere) == ([], []), address


def test_one_can_search_with_the_headers_that_netlify_sends(visit: Visit) -> None:
    page = visit.open("search/?q=kettle")
    expect(page.locator("[data-found] a").first).to_be_visible()
    assert visit.said == []


def test_a_page_that_needs_more_than_the_headers_allow_would_be_noticed(visit: Visit) -> None:
    visit.files["about/index.html"] = b"<!doctype html><style>p { color: red }</style><p onclick='x()'>Hello"
    visit.open("about/")
    assert any("Content Security Policy" in text for text in visit.said)


def workflows(repository: Path) -> list[Path]:
    return sorted((repository / ".github" / "workflows").iterdir())


def test_the_workflows_are_what_github_s_schema_wants(repository: Path, tmp_path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*check, *workflows(repository)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (tmp_path / "wrong.yml").write_text(workflows(repository)[0].read_text("utf-8").replace("runs-on:", "runs-at:"))
    assert subprocess.run([*check, tmp_path / "wrong.yml"], capture_output=True, check=False).returncode == 1


def unsafe(folder: Path, rules: Path) -> str:
    """What a reader of workflows warns of; nothing when it finds them safe."""
    rules.write_text(TAGS)
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or tools.program("zizmor", remedy="pip install zizmor")
    done = subprocess.run([zizmor, "--offline", "--no-progress", "--config", rules, folder], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


def test_nothing_in_the_workflows_can_be_turned_against_their_owner(repository: Path, tmp_path: Path) -> None:
    assert unsafe(repository, tmp_path / "zizmor.yml") == ""
    planted = tmp_path / "planted" / ".github" / "workflows"
    shutil.copytree(repository / ".github" / "workflows", planted)
    text = (planted / "check.yml").read_text("utf-8")
    (planted / "check.yml").write_text(text.replace("  pull_request:", "  pull_request_target:"))
    assert "dangerous-triggers" in unsafe(tmp_path / "planted", tmp_path / "zizmor.yml")
