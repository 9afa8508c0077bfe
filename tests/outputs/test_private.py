from pathlib import Path

import factory

from mcsite.build.artifact import Area
from mcsite.model.event import Status
from mcsite.outputs import private
from mcsite.render.theme import Theme


def test_whatever_is_made_here_is_private(tmp_path):
    late = factory.lately(factory.session(status=Status.CANCELLED))
    artifacts = list(private.plan(late, Theme.open(tmp_path, "default")))
    assert {artifact.area for artifact in artifacts} == {Area.PRIVATE}


def test_every_module_there_is_an_output():
    for module in Path(private.__file__).parent.glob("*.py"):
        if module.name != "__init__.py":
            assert "\ndef plan(edition: Edition, " in module.read_text("utf-8"), module.name
