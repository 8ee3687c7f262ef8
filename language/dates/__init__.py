"""Dates as UK officers write them.

``finding`` tells where they stand in a message and which day each means; the other modules know one
kind of them each (days, periods, feasts, parts of a period), with the calendar that they count by.
"""
