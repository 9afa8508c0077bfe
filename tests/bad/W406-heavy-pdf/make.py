"""A PDF with a page and eleven megabytes that nobody sees."""

from pathlib import Path

PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
"""
Path("assets").mkdir()
Path("assets/card.pdf").write_bytes(PAGE + b"%" + b"x" * 11_000_000 + b"\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n")
