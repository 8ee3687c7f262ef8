"""A message as heard: everything recognised in it, before anything is decided."""
