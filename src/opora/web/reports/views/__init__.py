"""Views of reports: reading, writing, blocks, files."""
