"""The steps from one shape of the database to the next."""

STEPS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""All that this code knows, the last of which is its own shape; a test holds it to the modules."""

HEAD = STEPS[-1]
