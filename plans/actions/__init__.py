"""Tables into actions: each with its section and group, reference, owners, date and status.

What a plan prints once for several actions is given to each of them, and what had to be supplied or
was not understood is said in a note.
"""
