"""What things are: frozen values, complete or absent, every reference resolved to the object itself.

Nothing here reads a file, knows YAML, Markdown or HTML, or looks at the clock.
"""
