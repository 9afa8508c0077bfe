"""What a browser would make of some HTML, asked of html5lib, and whether it would do harm."""

import re

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
HARMLESS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "ping", "style")
SAFE_LINK = re.compile(r"(?:https?://[^/@\s]+(?:/|$)|mailto:|tel:|geo:|webcal://|#|/site/)", re.ASCII)


def parsed(html):
    """The tree of a fragment."""
    return html5lib.parseFragment(html, container="div")


def harm_in(html):
    """Everything in the HTML that could run, load from elsewhere, or lead astray."""
    return list(_harm(parsed(html)))


def _harm(root):
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(XHTML)
        if element is not root and tag not in HARMLESS:
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if str(name).lower().startswith("on") or (str(name).lower() in ADDRESSES and not (name in ("href", "src") and SAFE_LINK.match(value))):
                yield f"<{tag} {name}={value!r}>"
        if tag == "img" and not element.get("src", "").startswith("/site/assets/"):
            yield f"picture from {element.get('src')!r}"
        if tag == "input" and (element.get("type"), "disabled" in element.attrib) != ("checkbox", True):
            yield f"<input {dict(element.attrib)}>"
