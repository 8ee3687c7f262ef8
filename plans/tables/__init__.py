"""Rows and lines into the tables of a plan, however it was laid out: which header rules which rows.

Every row is accounted for: it is an entry, a line between entries, a total, or listed as unread.
"""
