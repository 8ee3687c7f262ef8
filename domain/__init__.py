"""The things Planbot talks about and the rules they obey. Imports nothing of ours."""
