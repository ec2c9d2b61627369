"""What these rooms may ask about what is on its way."""

from opora.drafts.queries.begun import Begun, BegunLine, begun, count_drafts, drafts_of
from opora.drafts.queries.intentions import Answer, answer_to

__all__ = ["Answer", "Begun", "BegunLine", "answer_to", "begun", "count_drafts", "drafts_of"]
