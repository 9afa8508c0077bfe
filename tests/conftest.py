"""What every test can ask for: a site to tell a story with, the sample community, and programs from outside."""

from pathlib import Path

import pytest
import tools
from hypothesis import settings
from story import REPOSITORY, SITE_MD, UNPRINTED, Story

from mcsite.commands import memory

settings.load_profile("ci")
"""The same examples on every machine: what a property test finds is to be found again by whoever looks for it."""

SAMPLE_NOW = "2026-12-01T09:00"
"""A day in the middle of the sample community's story: sessions past, cancelled, moved and to come."""


@pytest.fixture
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Story:
    """A site with nothing but its settings. What is typeset is made for tests that are marked with ``prints`` alone."""
    return Story(tmp_path / "site").write("site.md", SITE_MD if request.node.get_closest_marker("prints") else UNPRINTED)


@pytest.fixture(autouse=True)
def _no_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test works out, perhaps with a part of the program replaced, stays with it."""
    monkeypatch.setattr(memory, "shelf_of", lambda _program: None)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The sample community of this repository, built once. Not to be changed."""
    story = Story(tmp_path_factory.mktemp("sample")).copy_of(REPOSITORY)
    outcome = story.build(SAMPLE_NOW, jobs=2)
    assert outcome.report is not None, outcome.diagnostics
    return story


@pytest.fixture(scope="session")
def node() -> tools.Node:
    return tools.node()


@pytest.fixture(scope="session")
def libical() -> tools.Libical:
    return tools.libical()


@pytest.fixture(scope="session")
def nu() -> tools.Nu:
    return tools.nu()


@pytest.fixture(scope="session")
def chromium() -> str:
    return tools.chromium()
