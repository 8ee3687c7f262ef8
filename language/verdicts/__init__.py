"""Of several claims the one that counts, and whether it stands plainly."""
