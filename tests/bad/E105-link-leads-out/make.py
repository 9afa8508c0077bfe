"""A page that is a link to a file outside of the site."""

from pathlib import Path

Path("content/pages").mkdir()
Path("content/pages/about.md").symlink_to(Path("../elsewhere.md").absolute())
