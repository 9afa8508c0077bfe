"""Questions put to a finished ``Site``: one family a file, each a function from a site to diagnostics. Found by being here."""
