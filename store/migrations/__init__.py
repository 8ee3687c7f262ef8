"""The steps from one shape of the database to the next."""

STEPS = tuple(f"{number:04}" for number in range(1, 27))
"""All that this code knows, the last of which is its own shape; a test holds it to the modules."""

HEAD = STEPS[-1]
