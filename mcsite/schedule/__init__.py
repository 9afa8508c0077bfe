"""From rules and sentences to dated occurrences. Pure: no clock, no file, no site.

Everything is reckoned in local words without zone, as people do; the zone is attached at the end.

In: ``words`` (``repeat:``) and ``sentence`` (``when:``) read English, with ``scanner``, ``vocabulary``, ``rhythm``, ``day_phrases`` and ``phrases``;
``rule`` reads RFC 5545. Through: ``rrule`` yields the dates of a rule, ``series`` those of an event (with ``pattern``, ``ends`` and ``short_months``),
``exceptions`` joins what is said of single ones, ``expand`` makes occurrences of them, ``soundness`` and ``clock`` ask what cannot be. Out:
``echo`` says back what was understood, ``portable`` writes a series as a rule for calendars.
"""
