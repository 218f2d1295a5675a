"""Views over the record: they lay out what it says and compute nothing."""
