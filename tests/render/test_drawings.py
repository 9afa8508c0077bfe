"""SVG: drawings that only draw are measured, others are refused."""

import pytest

from mcsite.diagnostics import Misread
from mcsite.render.drawings import inspect_drawing, looks_like_drawing

NS = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inside="", attributes='width="20" height="10"'):
    return f'<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="20px" height="10.4px"', (20, 10)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('viewBox="0 0 30 40"', (30, 40)),
        ('viewBox="0,0,30,40" width="100%" height="100%"', (30, 40)),
        ('viewBox="0 0 30 40" width="60"', (60, 80)),
        ('viewBox="0 0 30 40" height="20"', (15, 20)),
        ("", (0, 0)),
        ('width="0" height="10"', (0, 0)),
        ('width="nan" height="inf"', (0, 0)),
        ('width="1e9" height="1"', (0, 0)),
        ('viewBox="0 0 30"', (0, 0)),
    ],
)
def test_the_size_is_that_of_the_drawing(attributes, size):
    assert inspect_drawing(svg(attributes=attributes), "x.svg") == size


@pytest.mark.parametrize(
    "inside",
    [
        '<title>A "circle"</title><desc>on alert</desc><circle r="3" style="fill:#fff"/>',
        '<defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs><rect fill="url(#a)"/><use href="#a" xlink:href="#a"/>',
        "<style>/* url(x) */ .a { fill: url(#b) }</style>",
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        '<metadata><rdf xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#">x</rdf></metadata>',
        '<text aria-label="C:\\x">javascript:</text>',
    ],
)
def test_what_only_draws_is_accepted(inside):
    assert inspect_drawing(svg(inside), "x.svg") == (20, 10)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="https://evil.example/x.js"/>',
        '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>',
        '<circle onclick="alert(1)"/>',
        '<circle ONLOAD="alert(1)"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="https://evil.example/"><text>x</text></a>',
        '<use href="https://evil.example/x.svg#a"/>',
        '<image href="https://evil.example/x.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        "<style>@import url(https://evil.example/x.css);</style>",
        '<style>.a { fill: url("https://evil.example/x") }</style>',
        "<style>.a { fill: u\\72l(https://evil.example/x) }</style>",
        '<rect style="fill:url(//evil.example/x)"/>',
        '<rect fill="url(https://evil.example/x#a)"/>',
        '<g xml:base="https://evil.example/"/>',
        '<?xml-stylesheet href="https://evil.example/x.css"?>',
        "<handler>alert(1)</handler>",
        "<style><g/>@import 'https://evil.example/x.css';</style>",
        "<style><g/></style>",
        '<style>svg { background: image-set("https://evil.example/x" 1x) }</style>',
        "<rect style=\"background: -webkit-image-set('https://evil.example/x' 1x)\"/>",
    ],
)
def test_what_does_more_is_refused(inside):
    with pytest.raises(Misread) as refused:
        inspect_drawing(svg(inside), "x.svg")
    assert refused.value.code == "E405"
    assert "plain SVG" in refused.value.help


@pytest.mark.parametrize("encoding", ["UTF-7", "cp037", "idna", "shift_jis", "no-such"])
def test_an_encoding_that_browsers_may_read_differently_is_refused(encoding):
    with pytest.raises(Misread) as refused:
        inspect_drawing(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + svg(), "x.svg")
    assert refused.value.code == "E405"


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-8", "ISO-8859-1", "US-ASCII"])
def test_the_usual_encodings_are_read(encoding):
    inspect_drawing(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + svg(), "x.svg")


@pytest.mark.parametrize("head", ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'])
def test_a_document_type_is_refused_and_with_it_every_entity(head):
    with pytest.raises(Misread) as refused:
        inspect_drawing(head.encode() + svg(), "x.svg")
    assert refused.value.code == "E405"


@pytest.mark.parametrize("data", [b"", b"<svg", svg()[:-3], b"<svg/>", b"\xff\xfe\x00", svg("&undefined;")])
def test_what_is_broken_or_without_the_namespace_is_refused(data):
    with pytest.raises(Misread):
        inspect_drawing(data, "x.svg")


@pytest.mark.parametrize(
    ("data", "drawing"),
    [
        (svg(), True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>', True),
        (b"<!DOCTYPE svg PUBLIC>", True),
        (b"<s:svg xmlns:s='x'>", True),
        (b"<html><svg>", False),
        (b"\x89PNG", False),
        (b"<svgx>", False),
        (b"", False),
    ],
)
def test_a_drawing_is_known_by_its_beginning(data, drawing):
    assert looks_like_drawing(data) is drawing
