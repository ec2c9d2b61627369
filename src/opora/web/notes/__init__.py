"""Pages of confidential notes: written, opened, shared by their authors; the head hands on what one left behind."""
