"""Which days used to hold, where another is told beside them: no news is of these any more.

``replaced`` knows two days of which one is put in the place of the other: "replace 3 May with
9 June". ``former`` knows all ways to tell a day as one that used to hold, that one among them.
Whether the other day is when the work will end is decided in ``language.promises.new_day``.
"""
