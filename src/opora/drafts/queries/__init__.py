"""What these rooms may ask about what is on its way."""

from opora.drafts.queries.intentions import Answer, answer_to

__all__ = ["Answer", "answer_to"]
