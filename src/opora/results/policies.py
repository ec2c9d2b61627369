"""Who may read results, and whose health they must not tell."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.circumstances.policies import reads_health
from opora.common.errors import NotFound
from opora.logic.rules import Concept
from opora.process.queries import Place
from opora.results.rules import RESTRICTED

OTHERS = _("Other results")
_OF_FAMILIES = frozenset({"child", "parent", "family"})


def is_of_families(concept: Concept) -> bool:
    """What changes around families, in the organization and in society, is no result of one family."""
    return concept.about in _OF_FAMILIES


def unseen() -> NotFound:
    """The one answer for a result that does not exist and for one this person may not see."""
    return NotFound(_("There is no such result."))


def hidden(actor: Actor, place: Place) -> frozenset[str]:
    """Outcomes that this person does not read here: those about health, unless health is theirs to read."""
    return frozenset() if reads_health(actor, place) else RESTRICTED


def health_everywhere(actor: Actor, ability: str) -> bool:
    """Whether health may be read wherever an ability reaches."""
    reach, health = scope(actor, ability), scope(actor, "health.read")
    return health is Scope.ALL or (health is not Scope.NONE and health is reach)
