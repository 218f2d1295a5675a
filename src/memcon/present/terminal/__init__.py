"""Views for a terminal: core values in, rich renderables out.

Each module is one view. A view fits 80 columns and uses more when there are more; it computes nothing,
and takes every string that came from outside through `plain`, so that no text can command the terminal.
"""
