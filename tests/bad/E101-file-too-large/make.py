"""A page of more than a mebibyte."""

from pathlib import Path

Path("content/pages").mkdir()
Path("content/pages/book.md").write_text("---\ntitle: A book\n---\n" + "All about necks. \n" * 70_000, encoding="utf-8")
