"""The words and patterns that messages are looked through for; the lists are in *.toml above."""
