"""A message in clauses, with what stands around a phrase and what is quoted or taken back."""
