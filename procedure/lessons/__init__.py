"""Lessons: what a class is asked of a scenario, and the answers that the engine computes."""

from procedure.lessons.pools import Prepared, draw, prepared

__all__ = ["Prepared", "draw", "prepared"]
