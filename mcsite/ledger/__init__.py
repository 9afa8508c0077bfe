"""The ledger: the published site is its own memory.

A build is given the ledger of the last publication and *settles* the sessions of the source against it: which of them are
known to followers already (``matching``), what they are called (``settling``), what was changed (``digest``), and which have
gone without a word (``vanished``). The next ledger is published with the site (``document``). Of a session that was changed shortly before
its start it also says, until that is over, how it was announced before (``mcsite.model.lateness``). What followers will see change can be
asked before (``changes``), and is told in plain words (``telling``, ``phrases``).

An event is the one that was published, where the first of these says so:

1. its ``uid:`` or its ``id:`` is the permanent name of a published event;
2. its file has the name that the event had; 3. its ``aliases:`` name it;
4. its sessions coincide: no other event has as many, and at least half, of the published event's coming sessions at the same start
   with the same title or place.

2 to 4 are asked first for published events with coming sessions, then for those that are over. Of two such events, the sessions are the
same where

1. each has only one: a one-off keeps its identity wherever it is moved;
2. the original dates are the same, and the hours where a day has two;
3. between two such dates, the numbers are the same and the dates less than a week, or the usual distance of the series, apart;
4. or, in the same bounds, the dates are nearest to each other, and no two pairs cross.

A published session whose day is skipped now is not looked for on other days.
"""
