"""Commands in this process: the same as the program, without the time that it takes to start."""

from dataclasses import dataclass

import pytest
from story import Story

from mcsite import cli, memo


@dataclass(frozen=True)
class Done:
    """What a command gave: named like what ``subprocess`` gives."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch, capsys):
    """``run(site, "check", …)``: in the site's folder, as a person would."""

    def command(site: Story, *arguments: str, **environment: str) -> Done:
        with monkeypatch.context() as patch:
            patch.chdir(site.root)
            patch.delenv("SOURCE_DATE_EPOCH", raising=False)
            for name, value in {"NO_COLOR": "1", **environment}.items():
                patch.setenv(name, value)
            memo.forget()
            capsys.readouterr()
            status = cli.run(list(arguments))
        return Done(status, *capsys.readouterr())

    return command
