"""What nobody comes back to is forgotten."""

from datetime import datetime

from opora.drafts.models import Intention
from opora.drafts.rules import forget_intentions_made_before


def forget_old(*, at: datetime) -> int:
    """Forget marks that nobody can send again; gives how many."""
    gone, _by_table = Intention.objects.filter(made_at__lt=forget_intentions_made_before(at)).delete()
    return gone
