"""Figures for programs (BI tools): read only, as JSON, by the same doors as the pages; and how to connect them."""
