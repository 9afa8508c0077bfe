"""From files to typed fields: reading, locating, and understanding what a person typed.

``files`` finds and decodes, ``frontmatter`` splits and locates, the rest reads one sort of value each: text in, value or problem out.
"""
