"""A report as one page that a browser reads without a network and without a script, and its pictures alone."""
