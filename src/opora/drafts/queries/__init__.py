"""What these rooms may ask about what is on its way."""

from opora.drafts.queries.begun import Begun, BegunLine, begun, draft_of, drafts_of, title_of
from opora.drafts.queries.intentions import Answer, answer_to

__all__ = ["Answer", "Begun", "BegunLine", "answer_to", "begun", "draft_of", "drafts_of", "title_of"]
