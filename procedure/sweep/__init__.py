"""Sweeps: one log in many variants, for the edge at which the answer changes."""
