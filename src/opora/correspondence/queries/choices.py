"""What the forms of letters offer to choose from; the codes and their words stand at the tables."""

from opora.access.rules import Actor
from opora.common.choices import offered
from opora.correspondence import policies
from opora.correspondence.models import LetterPerson, OfficialLetter
from opora.partners.models import Partner

DIRECTIONS = offered(*OfficialLetter.Direction)
KINDS = offered(*OfficialLetter.Kind)
OUT_KINDS = offered(*(kind for kind in OfficialLetter.Kind if kind != OfficialLetter.Kind.ANSWER))
IN_KINDS = offered(
    OfficialLetter.Kind.REQUEST, OfficialLetter.Kind.INFORMATION, OfficialLetter.Kind.ANSWER, OfficialLetter.Kind.LETTER
)
ASKED_BY = offered(*OfficialLetter.AskedBy)
BASES = offered(*OfficialLetter.Basis)
RESULTS = offered(*OfficialLetter.Result)
CAME = offered(OfficialLetter.Result.GRANTED, OfficialLetter.Result.PART, OfficialLetter.Result.REFUSED)
REASONS = offered(*LetterPerson.Reason)
AUTHORITIES = frozenset({"guardianship", "commission", "police", "court", "authority"})


def offices(*, actor: Actor) -> list[tuple[str, list[tuple[int, str]]]]:
    """The organizations of the directory to choose from, authorities first, each kind together."""
    policies.check_can_read(actor)
    by_kind: dict[str, list[tuple[int, str]]] = {}
    for pk, name, kind, area in Partner.objects.filter(is_active=True).values_list("pk", "name", "kind", "area"):
        by_kind.setdefault(kind, []).append((pk, f"{name}, {area}" if area else name))
    order = sorted(Partner.Kind, key=lambda kind: kind not in AUTHORITIES)
    return [(str(kind.label), by_kind[kind]) for kind in order if kind in by_kind]
