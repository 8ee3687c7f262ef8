"""What each clause says of how an action stands, and of which action or part of it."""
