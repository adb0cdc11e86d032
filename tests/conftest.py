"""Settings that all tests share."""

from hypothesis import settings

# Replays differ in length, and a loaded machine is no fault of the code.
settings.register_profile("procedure", deadline=None)
settings.load_profile("procedure")
