"""Which way words lean that no rule has understood: weighed, and never recorded unasked."""
