"""Settings that all tests share."""

import os

from hypothesis import settings

# The tests expect English, whatever the machine speaks.
os.environ["PROCEDURE_LANG"] = "en"
# Every test reads its files anew, and nothing is written outside the folders of the tests.
os.environ["PROCEDURE_CACHE"] = "off"

# Replays differ in length, and a loaded machine is no fault of the code.
settings.register_profile("procedure", deadline=None)
settings.load_profile("procedure")
