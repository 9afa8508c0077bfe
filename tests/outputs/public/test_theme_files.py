from drawn import REPOSITORY, default_theme
from factory import edition, settings

from mcsite.outputs.public import theme_files


def test_static_files_are_copied_byte_for_byte():
    made = {artifact.path: artifact.make(**artifact.inputs) for artifact in theme_files.plan(edition(), default_theme())}
    assert made["theme/site.css"] == (REPOSITORY / "themes/default/static/site.css").read_bytes()
    assert {"theme/site.css", "theme/site.js"} <= set(made)


def test_styles_and_script_stay_small():
    sizes = {file.name: len(theme_files.copy(file)) for file in default_theme().statics()}
    assert sizes["site.css"] < 30 * 1024
    assert sizes["site.js"] < 6 * 1024


def test_no_page_no_style():
    assert list(theme_files.plan(edition(site={"settings": settings(outputs=("calendars",))}), default_theme())) == []
