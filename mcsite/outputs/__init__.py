"""The outputs, one file each: its ``plan`` and its makers.

``public/`` makes what is deployed, from an ``Edition`` of the ``Site``; ``private/`` makes what never is.
Nothing under ``public/`` can import ``Records``: privacy is a signature.
"""
