"""How long broken files are tried: shortly with the tests, for hours by ``make fuzz``."""

from hypothesis import settings

settings.register_profile("fuzz", deadline=None)
