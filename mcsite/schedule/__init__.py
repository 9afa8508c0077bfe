"""From rules and sentences to dated occurrences. Pure: no clock, no file, no site.

Everything is reckoned in local words without zone, as people do; the zone is attached at the end.
"""
