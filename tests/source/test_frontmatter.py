import time

from hypothesis import example, given, settings
from hypothesis import strategies as st
from written import said, written

from mcsite.source.files import SourceFile
from mcsite.source.frontmatter import read
from mcsite.source.located import Located


def test_a_file_is_fields_with_places_and_a_body():
    document = written("---\ntitle: Neck\ntags: [a]\n---\n\n# Welcome\n\n    code\n").document
    assert document is not None
    assert (document.path, document.kind, document.slug) == ("content/events/stretch.md", "event", "stretch")
    assert document.fields == {"title": "Neck", "tags": ["a"]}
    assert document.body == "# Welcome\n\n    code"
    assert document.origin.body_line == 6
    assert document.origin.span("tags", 0).line == 3
    assert document.origin.key("title").column == 1


def test_a_body_that_begins_with_code_keeps_its_indentation():
    document = written("---\ntitle: Neck\n---\n\n    code\n").document
    assert document is not None
    assert document.body == "    code"


def test_hyphens_in_the_body_are_the_bodys():
    document = written("---\ntitle: Neck\n---\nOne\n\n---\n\nTwo\n").document
    assert document is not None
    assert document.body == "One\n\n---\n\nTwo"


def test_more_hyphens_and_a_document_end_close_the_front_matter():
    for fence in ("----", "---   ", "..."):
        document = written(f"---\ntitle: Neck\n{fence}\nOne").document
        assert document is not None
        assert document.body == "One"


def test_front_matter_may_be_empty():
    document = written("---\n---\nOne").document
    assert document is not None
    assert document.fields == {}


def test_fields_named_like_parts_of_a_document_are_fields():
    document = written("---\ncontent: x\nhandler: y\nmetadata: z\n---\nOne").document
    assert document is not None
    assert document.fields == {"content": "x", "handler": "y", "metadata": "z"}


def test_a_file_with_an_error_gives_no_document_but_all_its_findings():
    assert said("---\ntitle:Neck\ntitle: Back\nvenue: !x y\n---\n") == ["2:7+4 W105", "3:1+5 E113", "4:8+4 E114"]
    assert written("---\ntitle:Neck\ntitle: Back\nvenue: !x y\n---\n").document is None


def test_of_a_field_given_twice_the_first_is_read_on_so_that_the_rest_of_the_file_is_judged_too():
    document = written("---\ntitle: Neck\ntitle: Back\nvenu: hall\n---\n").document
    assert document is not None
    assert document.fields == {"title": "Neck", "venu": "hall"}


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "---",
                "...",
                "title: Neck",
                "title:Neck",
                "\ttitle: x",
                "- a",
                "  - b: c",
                "a: [",
                "a: 'x",
                'a: "\\',
                "a: |",
                "<<: *a",
                "? x",
                "%YAML 1.1",
                "<<<<<<< a",
                "a: “x”",
                "a: x #y",
                "é: ü",
            ]
        ),
        st.text(alphabet="abc:-[]{}'\"#&*!|>%@`,? \t\u00a0\\\n~", max_size=20),
        st.text(max_size=20),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
@example(["---", "a: ", "\u2028: b"], "\n")
def test_no_text_makes_the_reader_fail(lines, end):
    for data in ("---\n" + "\n".join(lines) + "\n---\nbody", end.join(lines)):
        found = read(SourceFile("a.md", "event", "a", data.encode("utf-8", "surrogatepass")))
        count = len(data) + 1
        assert found.document is not None or any(one.code.startswith("E") for one in found.diagnostics)
        assert all(one.message and one.help and 0 <= one.span.line <= count and one.span.length > 0 for one in found.diagnostics)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf---\n\xff\n---")
@example(b"---\n\xf0\x9f\n---")
def test_no_bytes_make_the_reader_fail(data):
    found = read(SourceFile("a.md", "event", "a", data))
    assert (found.document is None) == any(one.code.startswith("E") for one in found.diagnostics)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True),
        st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20),
        max_size=5,
    )
)
def test_quoted_text_comes_back_as_it_was_written(values):
    quoted = "\n".join("{}: '{}'".format(key, value.replace("'", "''")) for key, value in values.items())
    assert (Located(quoted).root or {}) == values


def test_hostile_files_are_answered_at_once():
    hostile = [
        "a: " + "[" * 60_000,
        "a: 'x\n" * 9_000,
        "a: b: c\n" * 8_000,
        "\t\n" * 30_000,
        "a:b\n" * 15_000,
        "#" * 60_000,
        "a: " + "“" * 60_000,
        "- " * 30_000,
    ]
    before = time.process_time()
    for text in hostile:
        written(f"---\n{text}\n---\n")
    assert time.process_time() - before < 20
