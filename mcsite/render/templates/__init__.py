"""From templates to pages: the only room that jinja2 and markupsafe enter.

``pages`` fills templates in, ``quick`` has what makes that quick. ``reading`` tells what a template refers to without filling it in
(an ``outline``), and ``use``, from that, what each needs of its theme: it is remembered, so that planning needs no template engine.
"""
