"""The steps from one shape of the database to the next."""

HEAD = "0003"
"""The last step that this code knows; a test holds it to the steps there are."""
