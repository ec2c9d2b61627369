"""A process changed in the browser: its draft, its parts, what is to be mended, publishing."""
