"""Everything that changes what is on its way to a record."""

from opora.drafts.actions.intentions import carry_out_once
from opora.drafts.actions.tidying import forget_old

__all__ = ["carry_out_once", "forget_old"]
