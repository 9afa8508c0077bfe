"""What a page weighs on its way to a telephone: upper limits that a change of the theme must not pass unnoticed."""

import gzip
import re

from story import Story
from visits import LEADS_ON

KIB = 1024
PARTS = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="/harbour-hands/([^"?]+)')
"""What every browser fetches with a page, pictures apart."""


def sizes(site: Story, ending: str) -> dict[str, int]:
    return {path: len(data) for path, data in site.files().items() if path.startswith("theme/") and path.endswith(ending)}


def test_all_scripts_of_ours_together_are_small(sample: Story) -> None:
    scripts = sizes(sample, ".js")
    assert scripts.keys() >= {"theme/site.js", "theme/search.js"}
    assert sum(scripts.values()) < 6 * KIB


def test_all_styles_together_are_small_those_of_frames_and_colours_included(sample: Story) -> None:
    styles = sizes(sample, ".css")
    assert styles.keys() >= {"theme/site.css", "theme/mood.css", "theme/colours.css", "theme/embed.css"}
    assert sum(styles.values()) < 30 * KIB


def test_the_heaviest_page_of_an_event_is_light_with_all_that_it_needs(sample: Story) -> None:
    files = sample.files()

    def weight(path: str) -> int:
        needed = [path, *PARTS.findall(files[path].decode())]
        assert len(needed) > 4
        return sum(len(gzip.compress(files[part], mtime=0)) for part in needed)

    pages = [path for path in files if path.startswith("events/") and path.endswith("/index.html") and LEADS_ON not in files[path]]
    assert max(map(weight, pages)) < 20 * KIB
