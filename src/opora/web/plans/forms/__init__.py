"""The forms of plans and tasks."""
