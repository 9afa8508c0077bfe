"""The page at a former address: it leads on by itself, says so, and tells search engines which address counts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mcsite.render.tidy import tidy_line


def forwarding_page(title: str, href: str, canonical: str, language: str) -> bytes:
    """HTML that goes to ``href`` at once (WCAG 2.2 allows no other delay), for hosts that cannot redirect.

    ``canonical`` is the complete new address.
    """
    html = ET.Element("html", lang=language)
    head, body = ET.SubElement(html, "head"), ET.SubElement(html, "body")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = tidy_line(title)
    ET.SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={href}"})
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    ET.SubElement(head, "meta", name="robots", content="noindex")
    ET.SubElement(head, "link", rel="canonical", href=canonical)
    line = ET.SubElement(ET.SubElement(body, "main"), "p")
    line.text = "This page has moved: "
    ET.SubElement(line, "a", href=href).text = tidy_line(title)
    text: str = ET.tostring(html, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()
