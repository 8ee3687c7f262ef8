"""What should not stand in a status note, and how its author is asked."""
