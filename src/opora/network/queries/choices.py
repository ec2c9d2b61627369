"""What forms about the people around a family offer: the codes of the tables with their words."""

from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from opora.common.choices import Offered, offered
from opora.network.models import KinLink, NetworkMember, NetworkTie, OutsideNeed
from opora.network.rules import STATES_OF

MEMBERS: Offered = offered(*NetworkMember.Kind)
TIES: Offered = offered(*NetworkTie.Kind)
DIRECTIONS: Offered = offered(*NetworkTie.Direction)
SEXES: Offered = offered(*NetworkMember.Sex)
STATES: Offered = offered(*(KinLink.State(one) for one in STATES_OF["couple"]))
PARENTHOODS: Offered = (
    ("", pgettext_lazy("parent", "By birth")),
    *offered(KinLink.State.ADOPTED, KinLink.State.FOSTER),
)
BONDS: Offered = offered(*(KinLink.State(one) for one in STATES_OF["bond"]))
KINSHIPS: Offered = offered(*(one for one in KinLink.Kind if one != KinLink.Kind.BOND))
OUTSIDE: Offered = offered(*OutsideNeed.Outside)
NEED_RESULTS: Offered = offered(*OutsideNeed.Result)
STRENGTHS = (
    (1, pgettext_lazy("strength of a tie", "Weak")),
    (2, pgettext_lazy("strength of a tie", "Middling")),
    (3, pgettext_lazy("strength of a tie", "Strong")),
)
RELATIONS: Offered = (
    ("mother", pgettext_lazy("relation", "Mother")),
    ("father", pgettext_lazy("relation", "Father")),
    ("sibling", pgettext_lazy("relation", "Brother or sister")),
    ("twin", pgettext_lazy("relation", "Twin")),
    ("partner", pgettext_lazy("relation", "Husband, wife, partner")),
    ("child", pgettext_lazy("relation", "Child")),
)
ASKED: Offered = (
    ("all", pgettext_lazy("families", "All with a map")),
    ("alone", pgettext_lazy("families", "Nobody supports them")),
    ("strained", pgettext_lazy("families", "Burdened or broken ties")),
    ("unconfirmed", pgettext_lazy("families", "Map not confirmed with the parent")),
    ("talks", pgettext_lazy("families", "Talks to be gone on with")),
)


def tie_words(kind: str) -> str:
    """A tie in words."""
    return str(capfirst(NetworkTie.Kind(kind).label))
