"""Which rows are headers, and what each column under them holds, by its name and by its cells."""
