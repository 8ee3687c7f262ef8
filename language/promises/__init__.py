"""Which date in what was said is a promise to finish."""
