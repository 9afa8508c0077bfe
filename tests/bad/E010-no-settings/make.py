import pathlib

pathlib.Path("content/site.md").unlink()
