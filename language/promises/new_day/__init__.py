"""One day in the place of another, where that is told: the new one is when the work will end.

Each module knows one way to tell it. ``cues.cue_of`` tries them in this order; the first counts:

1. ``corrected``: what the date of the action is to read, "2.1 should now read 14 May".
2. ``amended``: what is to be done to that date, "please amend the end date to 14 May";
   ``replaced`` is the same with both days named, "replace 31 March with 29 May".
3. ``proposed``: what the speaker would go by, "so shall we say 3 May".
4. ``named``: what the new day is called, "revised target 3 May".
5. ``likelier``: what is nearer to the truth, "more like end of May".
6. ``in_place``: what will be then instead, "final adoption will be 16 June instead": inferred only.

The first three say so in so many words, and are tried before it is asked whether the day is that
of something else; the others after. Which day used to hold is found before, for every day of a
message, in ``language.clauses.old_day``.
"""
