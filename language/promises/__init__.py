"""Which day is a promise to finish, and which is the day of something else.

``forecasts`` finds the promise in what is said of an action; ``cues`` tells for one day whether,
and by which rule, it is one. The other modules each know one way to tell it, or to tell another's.
"""
