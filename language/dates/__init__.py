"""Dates as UK officers write them: where they stand in a message, and which day is meant."""
