"""`python -m procedure`."""

import sys

from procedure.cli import main

sys.exit(main())
