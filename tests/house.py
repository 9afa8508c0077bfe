"""The tree of files that the program and its tests are, and what imports what in it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "venv", "node_modules", "output", ".mcsite", "dist", "__pycache__", ".hypothesis"}


@dataclass(frozen=True)
class Import:
    """A line that imports a module: ``mcsite.model.event``, ``click``."""

    line: int
    target: str

    @property
    def package(self) -> str:
        return self.target.partition(".")[0]


@dataclass(frozen=True)
class Module:
    """A module of the program."""

    path: str
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder or module directly in ``mcsite/`` that it belongs to."""
        return [*self.name.split("."), ""][1]

    @property
    def is_package(self) -> bool:
        return self.path.endswith("/__init__.py")


class House:
    """A tree of files: its paths, with ``/``, and their texts."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = dict(sorted(files.items()))

    @classmethod
    def at(cls, root: Path) -> "House":
        """The tree of a folder. Files that are not text count by their name alone."""
        return cls({path.relative_to(root).as_posix(): _text(path) for path in _files(root)})

    def planted(self, path: str, text: str) -> "House":
        """The same house with one more file, or with another text in it."""
        return House({**self.files, path: text})

    def without(self, path: str) -> "House":
        """The same house with one file less."""
        return House({name: text for name, text in self.files.items() if name != path})

    @cached_property
    def modules(self) -> dict[str, Module]:
        """The modules of the program by their dotted names."""
        found = (_module(path, text) for path, text in self.files.items() if path.startswith("mcsite/") and path.endswith(".py"))
        return {module.name: module for module in found}

    def imports(self, module: Module) -> tuple[Import, ...]:
        """Every import of a module, also those inside functions and behind conditions."""
        return tuple(Import(node.lineno, target) for node in ast.walk(module.tree) for target in self._targets(module, node))

    def inside(self, module: Module) -> Iterator[tuple[Import, Module]]:
        """Its imports of other modules of the program."""
        for found in self.imports(module):
            if found.target in self.modules:
                yield found, self.modules[found.target]

    def _targets(self, module: Module, node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = _source(module, node)
            for alias in node.names:
                whole = f"{source}.{alias.name}"
                yield whole if whole in self.modules else source


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if path.name not in NOT_OURS and not path.name.endswith(("_cache", ".egg-info")):
                yield from _files(path)
        elif path.is_file():
            yield path


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _module(path: str, text: str) -> Module:
    return Module(path, path.removesuffix(".py").removesuffix("/__init__").replace("/", "."), ast.parse(text, path))


def _source(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])
