"""Reading what officers write. ``understand.understand`` is the one door.

From below, each part knowing only those before it: ``lexicon`` (words and patterns), ``dates``,
``references``, ``clauses``, ``privacy`` and ``orders``, ``claims`` (what a clause says of how
things stand), ``promises`` (which date is one), ``hearing`` (all that is recognised), ``verdicts``
and ``commentary`` (what counts of it), ``news`` (what is to be recorded, and how surely).
"""
