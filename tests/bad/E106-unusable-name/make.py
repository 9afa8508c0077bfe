"""A page whose name Windows cannot store, so that a checkout cannot hold it."""

from pathlib import Path

Path("content/pages").mkdir()
Path("content/pages/con.md").write_text("---\ntitle: About us\n---\n", encoding="utf-8")
