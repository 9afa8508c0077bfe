from pathlib import Path

import factory

from mcsite.build.artifact import Area, Artifact
from mcsite.outputs import public
from mcsite.render.theme import Theme


def test_every_module_is_found_by_being_there(tmp_path):
    artifacts = list(public.plan(factory.edition(*factory.weekly()), Theme.open(tmp_path, "default")))
    makers = {artifact.path for artifact in artifacts if isinstance(artifact, Artifact)}
    assert {"index.html", "calendar.ics", "events.json", "feed.xml", "sitemap.xml", "robots.txt", "404.html", ".nojekyll"} <= makers
    assert {artifact.area for artifact in artifacts} == {Area.PUBLIC}


def test_every_module_there_is_an_output():
    folder = Path(public.__file__).parent
    for module in folder.glob("*.py"):
        if module.name != "__init__.py":
            assert "\ndef plan(edition: Edition, " in module.read_text("utf-8"), module.name
