"""The process of a command: `procedure`, or `python -m procedure`."""

import gc
import sys

YOUNG = 200_000
"""How many new objects are made before Python looks for cycles among them; frozen values have none."""


def run() -> int:
    """Run the command line of this process, which ends after it, and return its exit status."""
    gc.set_threshold(YOUNG)
    from procedure.cli import main

    status = main()
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
