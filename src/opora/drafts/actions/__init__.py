"""Everything that changes what is on its way to a record."""

from opora.drafts.actions.begun import DraftConflict, FormSent, end_draft, give_up, keep_draft, throw_away
from opora.drafts.actions.intentions import carry_out_once
from opora.drafts.actions.tidying import forget_old

__all__ = [
    "DraftConflict",
    "FormSent",
    "carry_out_once",
    "end_draft",
    "forget_old",
    "give_up",
    "keep_draft",
    "throw_away",
]
