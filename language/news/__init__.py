"""What is told of which actions, what is wished of them, and what is to come of it."""
