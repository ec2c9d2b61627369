"""Pages of assessment forms: read, made and changed by a methodologist in the browser, taken away and brought."""
