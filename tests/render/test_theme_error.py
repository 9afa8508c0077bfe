import pickle

from mcsite.diagnostics import Diagnostic, Span
from mcsite.render.theme_error import ThemeError


def test_it_travels_from_a_worker_process_with_all_that_it_says():
    error = ThemeError(Diagnostic(Span("themes/a/templates/b.html", 3), "E507", "oh"))
    assert pickle.loads(pickle.dumps(error)).diagnostic == error.diagnostic
    assert str(error) == "themes/a/templates/b.html:3: oh"
