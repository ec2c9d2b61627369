"""What may be answered to an own field, and how an answer reads."""

from opora.details.rules.answers import Answer, chosen_said, is_right, parts_of

__all__ = ["Answer", "chosen_said", "is_right", "parts_of"]
