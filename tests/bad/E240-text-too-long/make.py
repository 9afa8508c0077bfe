"""A page that is a book."""

from pathlib import Path

Path("content/pages").mkdir()
Path("content/pages/book.md").write_text("---\ntitle: A Book\n---\n" + "It goes on and on. " * 3000, "utf-8", newline="\n")
