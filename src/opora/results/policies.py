"""Who may read results, and whose health they must not tell."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.circumstances.policies import reads_health
from opora.common.errors import NotFound
from opora.process.queries import Place
from opora.results.rules import RESTRICTED

OTHERS = _("Other results")


def unseen() -> NotFound:
    """The one answer for a result that does not exist and for one this person may not see."""
    return NotFound(_("There is no such result."))


def unseen_assumption() -> NotFound:
    """The same of what was said of an assumption."""
    return NotFound(_("There is no such record."))


def hidden(actor: Actor, place: Place) -> frozenset[str]:
    """Outcomes that this person does not read here: those about health, unless health is theirs to read."""
    return frozenset() if reads_health(actor, place) else RESTRICTED


def untold(actor: Actor, ability: str) -> frozenset[str]:
    """Outcomes about health, where figures must not tell of them: health is not read wherever they reach."""
    reach, health = scope(actor, ability), scope(actor, "health.read")
    reads_everywhere = health is Scope.ALL or (health is not Scope.NONE and health is reach)
    return frozenset() if reads_everywhere else RESTRICTED
