"""A report and a procedure as text, JSON and pictures."""
