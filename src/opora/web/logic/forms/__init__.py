"""The forms of logic models."""
