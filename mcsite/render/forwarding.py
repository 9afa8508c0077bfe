"""The page at a former address: it leads on by itself, and tells search engines which address counts; or it says what happened.

A search engine takes the page that leads on for a redirect, and what it knew of the old address for the new one. So only the page that does not lead
on asks not to be found: to ask for both at once (``noindex`` beside ``canonical``) says two things that cannot both be meant.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

_LINK = "\0"
"""Stands where the link is to stand in a sentence."""


def forwarding_page(title: str, href: str, canonical: str, strings: Strings) -> bytes:
    """HTML that goes to ``href`` at once (WCAG 2.2 allows no other delay), for hosts that cannot redirect.

    ``canonical`` is the complete new address.
    """
    html, head, line = _page(title, strings.language)
    head.insert(2, ET.Element("meta", {"http-equiv": "refresh", "content": f"0; url={href}"}))
    ET.SubElement(head, "link", rel="canonical", href=canonical)
    link = ET.SubElement(line, "a", href=href)
    line.text, _, link.tail = strings.say("This page has moved: %(title)s", title=_LINK).partition(_LINK)
    link.text = tidy_line(title)
    return _bytes(html)


def farewell_page(title: str, message: str, link: str, href: str, language: str) -> bytes:
    """HTML that says what became of what was here, and where to go instead; without ``href``, only the first."""
    html, head, line = _page(title, language)
    ET.SubElement(head, "meta", name="robots", content="noindex")
    line.text = tidy_line(message)
    if href:
        line.text += " "
        ET.SubElement(line, "a", href=href).text = tidy_line(link)
    return _bytes(html)


def _page(title: str, language: str) -> tuple[ET.Element, ET.Element, ET.Element]:
    """The whole, its head, and the one line below its title."""
    html = ET.Element("html", lang=language, dir=words(language).direction)
    head, body = ET.SubElement(html, "head"), ET.SubElement(html, "body")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = tidy_line(title)
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    ET.SubElement(head, "meta", name="color-scheme", content="light dark")
    main = ET.SubElement(body, "main")
    ET.SubElement(main, "h1").text = tidy_line(title)
    return html, head, ET.SubElement(main, "p")


def _bytes(html: ET.Element) -> bytes:
    text: str = ET.tostring(html, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()
