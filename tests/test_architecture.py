"""The house is built as its plan says, and each rule is seen to find the fault that it is about."""

from collections.abc import Callable, Iterator
from datetime import datetime
from fnmatch import fnmatch
from importlib import import_module

import house_rules
import pytest
from conftest import SAMPLE_NOW
from house import REPOSITORY as ROOT
from house import House
from story import Story

from mcsite.content.options import Options
from mcsite.pipeline import load

REPOSITORY = House.at(ROOT)
Rule = Callable[[House], Iterator[str]]

RULES = (
    house_rules.climbing_imports,
    house_rules.outputs_that_import_outputs,
    house_rules.import_cycles,
    house_rules.conditional_imports,
    house_rules.packages_by_the_window,
    house_rules.packages_that_nobody_needs,
    house_rules.deeds_in_the_wrong_room,
    house_rules.nameless_rooms,
    house_rules.modules_without_tests,
    house_rules.outputs_without_a_word,
    house_rules.records_in_public,
    house_rules.unescaped_html,
    house_rules.codes_without_folders,
    house_rules.machine_paths,
    house_rules.locked_hosts,
)

SOUND = House({
    "README.md": "| `feeds` | calendar feeds |\n",
    "pyproject.toml": '[project]\ndependencies = ["markdown>=3", "tzdata"]\n',
    "mcsite/__init__.py": "",
    "mcsite/diagnostics.py": "class Span: ...\n",
    "mcsite/model/__init__.py": "",
    "mcsite/model/event.py": "from mcsite.diagnostics import Span\nclass Event: ...\n",
    "mcsite/render/prose.py": 'import markdown\nfrom mcsite.model import event\ndef to_html(): return "E203"\n',
    "mcsite/outputs/__init__.py": "",
    "mcsite/outputs/public/__init__.py": "",
    "mcsite/outputs/public/feeds.py": '"""Feeds."""\nfrom mcsite.render import prose\ndef plan(): ...\n',
    "mcsite/cli.py": "import sys\ndef main(): print(); sys.exit(1)\n",
    "themes/default/templates/page.html": "{{ title }}\n",
    "tests/bad/E203-unknown-venue/README.md": "# E203: There is no such venue\n",
    "tests/test_cli.py": "def test_main(): ...\n",
    "tests/test_diagnostics.py": "def test_span(): ...\n",
    "tests/model/test_event.py": "def test_event(): ...\n",
    "tests/render/test_prose.py": "def test_prose(): ...\n",
    "tests/outputs/public/test_feeds.py": "def test_feeds(): ...\n",
    "tests/oracles/package-lock.json": '{"version": "1"}\n',
})  # fmt: skip
"""A small house in which every rule holds."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    if broken := list(rule(REPOSITORY)):
        pytest.fail("\n".join([str(rule.__doc__), *broken]), pytrace=False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_sound_house_breaks_no_rule(rule: Rule) -> None:
    assert list(rule(SOUND)) == []


PLANTED = [
    (house_rules.climbing_imports, "mcsite/model/odd.py", "from mcsite.render import prose", "mcsite/model/odd.py:1"),
    (house_rules.climbing_imports, "mcsite/model/odd.py", "def late():\n    import mcsite.cli", "mcsite/model/odd.py:2"),
    (house_rules.climbing_imports, "mcsite/model/odd.py", "from ..render.prose import to_html", "mcsite/model/odd.py:1"),
    (house_rules.climbing_imports, "mcsite/attic/odd.py", "", "mcsite/attic/odd.py:1"),
    (house_rules.outputs_that_import_outputs, "mcsite/outputs/public/odd.py", "from mcsite.outputs.public import feeds", "mcsite/outputs/public/odd.py:1"),
    (house_rules.import_cycles, "mcsite/diagnostics.py", "if TYPE_CHECKING:\n    from mcsite.model.event import Event", "mcsite/diagnostics.py:1"),
    (house_rules.import_cycles, "mcsite/model/event.py", "def late():\n    from mcsite.render.prose import to_html", "mcsite/model/event.py:1"),
    (house_rules.conditional_imports, "mcsite/model/odd.py", "import typing\nif typing.TYPE_CHECKING: ...", "mcsite/model/odd.py:2"),
    (house_rules.packages_by_the_window, "mcsite/model/odd.py", "import markdown.util", "mcsite/model/odd.py:1"),
    (house_rules.packages_by_the_window, "mcsite/render/odd.py", "import markdown", "2 doors"),
    (house_rules.packages_by_the_window, "mcsite/render/odd.py", "import requests", "mcsite/render/odd.py:1"),
    (house_rules.packages_by_the_window, "mcsite/render/odd.py", "from zoneinfo import ZoneInfo", "mcsite/render/odd.py:1"),
    (house_rules.packages_that_nobody_needs, "pyproject.toml", '[project]\ndependencies = ["markdown", "pillow>=12"]', "pillow"),
    (house_rules.deeds_in_the_wrong_room, "mcsite/model/odd.py", "print('hello')", "mcsite/model/odd.py:1"),
    (house_rules.deeds_in_the_wrong_room, "mcsite/model/odd.py", "import datetime\nx = datetime.datetime.now()", "mcsite/model/odd.py:2"),
    (house_rules.deeds_in_the_wrong_room, "mcsite/model/odd.py", "import os\nx = os.environ['HOME']", "mcsite/model/odd.py:2"),
    (house_rules.deeds_in_the_wrong_room, "mcsite/model/odd.py", "raise SystemExit(1)", "mcsite/model/odd.py:1"),
    (house_rules.nameless_rooms, "mcsite/model/utils.py", "", "mcsite/model/utils.py"),
    (house_rules.nameless_rooms, "mcsite/helpers/dates.py", "", "mcsite/helpers/dates.py"),
    (house_rules.modules_without_tests, "mcsite/model/odd.py", "def odd(): ...", "tests/model/test_odd.py"),
    (house_rules.modules_without_tests, "tests/model/test_event.py", "", "tests/model/test_event.py"),
    (house_rules.modules_without_tests, "mcsite/outputs/public/__init__.py", "def plan(): ...", "tests/outputs/test_public.py"),
    (house_rules.outputs_without_a_word, "mcsite/outputs/public/odd.py", '"""Odd."""\ndef plan(): ...', "README.md"),
    (house_rules.outputs_without_a_word, "mcsite/outputs/public/feeds.py", "def plan(): ...", "no docstring"),
    (house_rules.outputs_without_a_word, "mcsite/outputs/public/feeds.py", '"""Feeds."""', "no plan()"),
    (house_rules.records_in_public, "mcsite/render/prose.py", "from mcsite.model.records import Records", "mcsite/render/prose.py:1"),
    (house_rules.records_in_public, "mcsite/model/event.py", "class Records: ...", "mcsite/model/event.py:1"),
    (house_rules.unescaped_html, "themes/default/templates/page.html", "{{ title | safe }}", "page.html:1"),
    (house_rules.unescaped_html, "themes/default/templates/page.html", "{% autoescape false %}", "page.html:1"),
    (house_rules.unescaped_html, "mcsite/model/odd.py", "from markupsafe import Markup", "mcsite/model/odd.py:1"),
    (house_rules.codes_without_folders, "mcsite/model/odd.py", 'code = "W999"', "W999"),
    (house_rules.codes_without_folders, "tests/bad/E999-nobody-says-so/README.md", "# E999: Odd", "E999"),
    (house_rules.codes_without_folders, "tests/bad/E203-again/README.md", "# E203: Odd", "two folders"),
    (house_rules.codes_without_folders, "tests/bad/odd/README.md", "# Odd", "tests/bad/odd"),
    (house_rules.machine_paths, "README.md", "see /" + "home/maya/site", "README.md:1"),
    (house_rules.locked_hosts, "tests/oracles/package-lock.json", '{"resolved": "https://somewhere.example/x.tgz"}', "package-lock.json:1"),
]


@pytest.mark.parametrize(("rule", "path", "fault", "named"), PLANTED)
def test_a_planted_fault_is_found(rule: Rule, path: str, fault: str, named: str) -> None:
    assert any(named in place for place in rule(SOUND.planted(path, fault)))


@pytest.mark.parametrize("output", [name for name in REPOSITORY.modules if name.startswith("mcsite.outputs.public.")])
def test_every_output_has_a_place_in_the_sample_community(output: str, sample: Story) -> None:
    loaded = load(sample.root, Options(datetime.fromisoformat(SAMPLE_NOW)))
    assert list(import_module(output).plan(loaded.edition, loaded.theme))


def test_no_test_lies_in_a_folder_that_pytest_leaves_out(pytestconfig: pytest.Config) -> None:
    folders = {folder for path in (ROOT / "tests").rglob("test_*.py") for folder in path.relative_to(ROOT).parts[:-1] if "node_modules" not in path.parts}
    left_out = pytestconfig.getini("norecursedirs")
    assert "build" in folders
    assert [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in left_out)] == []


def test_every_rule_is_proven_by_a_planted_fault() -> None:
    assert {rule for rule, *_ in PLANTED} == set(RULES)


def test_every_rule_of_the_house_is_asked() -> None:
    rules = {
        value for name, value in vars(house_rules).items() if callable(value) and getattr(value, "__annotations__", {}).get("house") is House and name[0] != "_"
    }
    assert rules == set(RULES)
