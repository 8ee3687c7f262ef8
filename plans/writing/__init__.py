"""A plan as it stands now, in a file that Planbot reads again."""
