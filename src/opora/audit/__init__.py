"""The journal: every change and every opening of a record, kept for good and sealed. Never read to decide anything."""
