"""The rules of the house, as questions put to a tree of files.

A rule is a function from a ``House`` to the places where it is broken, each as ``path:line: what is wrong``. Rules take a
tree, not the repository, so that a test can plant a fault and see that the rule finds it.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from house import House

FLOORS = (
    ("", "diagnostics", "kept", "pickles", "shelf", "shipped", "stopwatch"),
    ("memo",),
    ("model", "report", "forked"),
    ("schedule", "source"),
    ("render", "content", "ledger"),
    ("build", "outputs", "checks"),
    ("planning",),
    ("pipeline", "serve", "deploy", "editor", "scaffold", "importing"),
    ("commands",),
    ("cli", "__main__"),
)
"""The rooms of the house from the ground up: a room may import what is on a floor below. ``""`` is ``mcsite`` itself, its version."""

DOORS_BETWEEN = {
    ("schedule", "source"),
    ("content", "ledger"),
    ("content", "render"),
    ("ledger", "render"),
    ("outputs", "build"),
    ("serve", "pipeline"),
    ("__main__", "cli"),
}
"""The rooms of one floor between which there is a door, in this direction."""

PACKAGES = {
    "babel": "mcsite/render/words_of_time.py mcsite/render/catalogues.py",
    "click": "mcsite/cli.py mcsite/commands/",
    "dateutil": "mcsite/schedule/",
    "fontpkg_ibm_plex_sans_arabic": "mcsite/render/fonts.py",
    "fontpkg_noto_sans_arabic": "mcsite/render/fonts.py",
    "fontpkg_noto_sans_devanagari": "mcsite/render/fonts.py",
    "fontpkg_source_sans_3": "mcsite/render/fonts.py",
    "frontmatter": "mcsite/source/",
    "ghp_import": "mcsite/deploy/",
    "icalendar": "mcsite/render/calendars.py",
    "jinja2": "mcsite/render/templates/",
    "markdown": "mcsite/render/",
    "markupsafe": "mcsite/render/templates/",
    "nh3": "mcsite/render/",
    "pagefind_bin": "mcsite/render/search_engine.py",
    "PIL": "mcsite/render/",
    "pydantic": "mcsite/source/",
    "rich": "mcsite/commands/",
    "segno": "mcsite/render/qr.py",
    "typst": "mcsite/render/print.py",
    "tzdata": "mcsite/model/ mcsite/render/",
    "watchdog": "mcsite/serve/",
    "yaml": "mcsite/source/",
    "zoneinfo": "mcsite/model/moment.py",
}
"""Where each package may enter: exactly one module there. (``zoneinfo`` is guarded alike: its data must be the pinned one.)"""

DOORS = {"babel": 2}
"""What has more doors than one: Babel's data of languages and its reader of catalogues share a name and nothing else."""

EVERYWHERE_IN_ITS_ROOMS = {"click", "jinja2", "markupsafe"}
"""What has a room of its own: a command is written in the words of click, in its own file; templates and what makes them quick in those of Jinja."""

WHO_MAY_ACT = ("mcsite/cli.py", "mcsite/__main__.py", "mcsite/commands/")
"""Who may print, exit, and read the clock and the environment."""

ACTS = {
    "print", "input", "exit", "quit", "breakpoint", "sys.exit", "os.abort",
    "os.environ", "os.environb", "os.getenv", "os.getcwd", "Path.cwd", "Path.home", "os.path.expanduser", "sys.argv", "sys.stdout", "sys.stderr", "sys.stdin",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime",
    "random.random", "random.choice", "uuid.uuid1", "uuid.uuid4", "secrets.token_hex", "socket.gethostname", "platform.node", "locale.getlocale",
}  # fmt: skip
"""What only they do, as it is written."""

NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "lib"}
"""Names that say nothing about a subject."""

CODE = re.compile(r"[EW]\d{3}")
FOLDER_OF_CODE = re.compile(rf"tests/bad/({CODE.pattern})(-[a-z0-9]+)+/")
SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
MACHINE = re.compile(r"(?<![\w.~$}>-])/(?:work|home|Users|root|tmp)/[\w.-]+/\w|[A-Z]:\\Users")
TEMPLATES = "themes/default/templates/"
OUTPUTS = ("mcsite.outputs.public", "mcsite.outputs.private")


def climbing_imports(house: House) -> Iterator[str]:
    """Imports that do not go down."""
    floor = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
    for module in house.modules.values():
        if module.room not in floor:
            yield f"{module.path}:1: the room '{module.room}' has no floor"
            continue
        for found, other in house.inside(module):
            down = other.room in floor and floor[other.room] < floor[module.room]
            if not (down or other.room == module.room or (module.room, other.room) in DOORS_BETWEEN):
                yield f"{module.path}:{found.line}: {module.room} may not import {other.name}"


def outputs_that_import_outputs(house: House) -> Iterator[str]:
    """Outputs know nothing of each other."""
    for module in house.modules.values():
        if module.name.startswith("mcsite.outputs.") and not module.is_package:
            for found, other in house.inside(module):
                if other.room == "outputs":
                    yield f"{module.path}:{found.line}: an output imports {other.name}"


def import_cycles(house: House) -> Iterator[str]:
    """Circles of imports, those inside functions and ``TYPE_CHECKING`` included."""
    below = {name: {other.name for _, other in house.inside(module)} - {name} for name, module in house.modules.items()}
    for circle in _circles(below):
        yield f"{house.modules[circle[0]].path}:1: imports in a circle: {' → '.join((*circle, circle[0]))}"


def conditional_imports(house: House) -> Iterator[str]:
    """Imports for the type checker alone hide how the house is built."""
    for module in house.modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name | ast.Attribute) and _spelled(node).endswith("TYPE_CHECKING"):
                yield f"{module.path}:{node.lineno}: TYPE_CHECKING"


def packages_by_the_window(house: House) -> Iterator[str]:
    """Each package from elsewhere enters by one module, in the room that is named for it."""
    entries: dict[str, dict[str, int]] = {}
    for module in house.modules.values():
        for found in house.imports(module):
            if found.package in PACKAGES or not (found.package == "mcsite" or found.package in sys.stdlib_module_names):
                entries.setdefault(found.package, {}).setdefault(module.path, found.line)
    for package, places in entries.items():
        doors = PACKAGES.get(package, "").split()
        for path, line in places.items():
            if not any(path == door or (door.endswith("/") and path.startswith(door)) for door in doors):
                yield f"{path}:{line}: {package} may not enter here"
        if len(places) > DOORS.get(package, 1) and package not in EVERYWHERE_IN_ITS_ROOMS:
            yield f"{', '.join(f'{path}:{line}' for path, line in places.items())}: {package} enters by {len(places)} doors"


def packages_that_nobody_needs(house: House) -> Iterator[str]:
    """Declared dependencies that no module imports."""
    declared = {_distribution(line) for line in tomllib.loads(house.files["pyproject.toml"])["project"]["dependencies"]}
    used = {found.package for module in house.modules.values() for found in house.imports(module)}
    names = {"python-dateutil": "dateutil", "python-frontmatter": "frontmatter", "pillow": "PIL", "pyyaml": "yaml"}
    for name in sorted(declared - {"tzdata"}):  # which is data
        if names.get(name, name.replace("-", "_")) not in used:
            yield f"pyproject.toml:1: nobody imports {name}"


def deeds_in_the_wrong_room(house: House) -> Iterator[str]:
    """Printing, exiting, the clock and the environment belong to the commands."""
    for module in house.modules.values():
        if module.path.startswith(WHO_MAY_ACT):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name | ast.Attribute) and (deed := _deed(_spelled(node))):
                yield f"{module.path}:{node.lineno}: {deed}"
            elif isinstance(node, ast.Raise) and node.exc is not None and "SystemExit" in ast.dump(node.exc):
                yield f"{module.path}:{node.lineno}: SystemExit"


def nameless_rooms(house: House) -> Iterator[str]:
    """A room has a subject."""
    for path in house.files:
        if path.startswith(("mcsite/", "tests/")) and NAMELESS & {part.removesuffix(".py").removeprefix("test_") for part in path.split("/")}:
            yield f"{path}:1: this name says nothing"


def modules_without_tests(house: House) -> Iterator[str]:
    """``mcsite/source/dates.py`` has ``tests/source/test_dates.py``; the code of ``mcsite/checks/__init__.py``, ``tests/test_checks.py``."""
    for module in house.modules.values():
        if module.name == "mcsite" or not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in module.tree.body):
            continue
        *rooms, name = module.name.split(".")[1:]
        expected = "/".join(("tests", *rooms, f"test_{name.strip('_')}.py"))
        if "def test_" not in house.files.get(expected, ""):
            yield f"{module.path}:1: {expected} has no test of it"


def outputs_without_a_word(house: House) -> Iterator[str]:
    """Every output says what it is, has a ``plan``, and a row in the README."""
    for module in house.modules.values():
        if not module.name.startswith(tuple(f"{package}." for package in OUTPUTS)):
            continue
        if not ast.get_docstring(module.tree):
            yield f"{module.path}:1: no docstring"
        if "plan" not in {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef)}:
            yield f"{module.path}:1: no plan()"
        if not re.search(rf"^\|.*`{module.name.rpartition('.')[2]}`", house.files["README.md"], re.MULTILINE):
            yield f"{module.path}:1: no row in README.md"


def records_in_public(house: House) -> Iterator[str]:
    """Nothing that makes public files can reach what is private."""
    public = [name for name in house.modules if name.startswith("mcsite.outputs.public")]
    for name in sorted(_reachable(house, public)):
        module = house.modules[name]
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name | ast.Attribute | ast.alias | ast.ClassDef) and _spelled(node).rpartition(".")[2] == "Records":
                yield f"{module.path}:{node.lineno}: Records within reach of public outputs"
        if name.startswith("mcsite.outputs.private"):
            yield f"{module.path}:1: a private output within reach of public ones"


def unescaped_html(house: House, prose: str = "mcsite/render/templates/pages.py") -> Iterator[str]:
    """Only the one type that prose becomes may pass through a template as it is."""
    for path, text in house.files.items():
        if path.startswith(TEMPLATES) or (path.startswith("mcsite/") and path.endswith(".py") and path != prose):
            yield from (f"{path}:{line}: not escaped" for line in _lines_with(SAFE, text))


def codes_without_folders(house: House) -> Iterator[str]:
    """Codes of diagnostics and the folders that explain them match one to one."""
    codes = _codes(house)
    folders: dict[str, set[str]] = {}
    for path in house.files:
        if path.startswith("tests/bad/") and path.count("/") > 2:
            found = FOLDER_OF_CODE.match(path)
            folders.setdefault(found[1] if found else path, set()).add("/".join(path.split("/")[:3]))
    yield from (f"{codes[code]}: {code} is explained in no folder of tests/bad" for code in sorted(codes.keys() - folders))
    for code, paths in sorted(folders.items()):
        if code not in codes:
            yield f"{min(paths)}:1: no module gives this code"
        if len(paths) > 1:
            yield f"{', '.join(sorted(paths))}: two folders for one code"


def machine_paths(house: House) -> Iterator[str]:
    """No path of somebody's machine is in the repository."""
    for path, text in house.files.items():
        yield from (f"{path}:{line}: a path of one machine" for line in _lines_with(MACHINE, text))


def locked_hosts(house: House) -> Iterator[str]:
    """A lock file names packages and their digests, not the host that one machine took them from."""
    for path, text in house.files.items():
        if path.endswith("package-lock.json"):
            yield from (f"{path}:{line}: names a host" for line in _lines_with(re.compile(r'"resolved"'), text))


def _spelled(node: ast.AST) -> str:
    """``datetime.now`` for the expression of that form, whatever stands before it."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            return f"{_spelled(node.value)}.{node.attr}"
        case ast.alias() | ast.ClassDef():
            return node.name
    return ""


def _deed(spelled: str) -> str:
    last_two = ".".join(spelled.split(".")[-2:])
    return last_two if last_two in ACTS else ""


def _distribution(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (number for number, line in enumerate(text.split("\n"), 1) if pattern.search(line))


def _codes(house: House) -> dict[str, str]:
    """Every code that occurs as a string in the program, with one place."""
    found: dict[str, str] = {}
    for module in house.modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.setdefault(node.value, f"{module.path}:{node.lineno}")
    return found


def _reachable(house: House, names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(other.name for _, other in house.inside(house.modules[name]))
    return seen


def _circles(below: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """One circle for each module that takes part in one, each circle named once, by its first module."""
    circles = {tuple(_turned(way)) for start in sorted(below) if (way := _way_back(below, start))}
    return sorted(circles)


def _way_back(below: Mapping[str, set[str]], start: str) -> list[str]:
    """A shortest way from a module to itself, without its end; empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for name in sorted(below.get(way[-1], ())):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _turned(way: list[str]) -> list[str]:
    first = way.index(min(way))
    return way[first:] + way[:first]
