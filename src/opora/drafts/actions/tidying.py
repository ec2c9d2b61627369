"""What nobody comes back to is forgotten."""

from datetime import datetime

from opora.drafts.models import FormDraft, Intention
from opora.drafts.rules import forget_drafts_saved_before, forget_intentions_made_before


def forget_old(*, at: datetime) -> int:
    """Forget marks that nobody can send again and forms nobody went on with; gives how many."""
    marks, _by_table = Intention.objects.filter(made_at__lt=forget_intentions_made_before(at)).delete()
    forms, _by_table = FormDraft.objects.filter(saved_at__lt=forget_drafts_saved_before(at)).delete()
    return marks + forms
