"""What may be quoted of a family: pure."""
