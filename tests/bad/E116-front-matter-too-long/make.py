"""A page with a summary of more than 64 KiB."""

from pathlib import Path

Path("content/pages").mkdir()
Path("content/pages/about.md").write_text("---\ntitle: About us\nsummary: >\n" + "  All about necks.\n" * 5_000 + "---\n", encoding="utf-8")
