"""Destruction of data: what runs, what would go, what stands in the way, what was done (X-11, X-20)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from opora.access.rules import Actor
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.families.models import Person
from opora.families.queries import count_told, people_of_family
from opora.families.told_words import told_everywhere, words_of
from opora.papers import policies
from opora.papers.models import Consent, DestructionAct, DestructionTimer, StoredFile
from opora.papers.queries.consents import PROCESSING, waiting_terms
from opora.process.models import Route
from opora.process.queries import get_route, visible_to


@dataclass(frozen=True, slots=True)
class Destruction:
    """What a destruction on this path would take: who, how many records of which kind, and what must end before."""

    route: Route
    terms: list[DestructionTimer]
    withdrawn: list[Person]
    others: list[Person]
    without_consent: frozenset[int]
    contents: list[tuple[str, int]]
    files: int
    path_ids: tuple[int, ...]
    case_ids: tuple[int, ...]
    open_paths: tuple[int, ...]
    open_cases: list[Case]

    @property
    def may_begin(self) -> bool:
        """Whether somebody withdrew and all work with the family has ended."""
        return bool(self.terms) and not self.open_paths and not self.open_cases


def destruction_of(*, actor: Actor, route_id: int) -> Destruction:
    """What would be destroyed; NotFound for whoever may not see the path, Refused for whoever destroys nothing."""
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_destroy(actor)
    terms = list(waiting_terms(route))
    paths = list(Route.every.filter(family=route.family_id)) if route.family_id else [route]
    cases = list(Case.every.filter(family=route.family_id)) if route.family_id else []
    path_ids, case_ids = tuple(one.pk for one in paths), tuple(one.pk for one in cases)
    people = people_of_family(route.family_id) if route.family_id else []
    gone = {term.person_id for term in terms}
    living = [person for person in people if person.pk not in gone and not is_erased(person)]
    return Destruction(
        route=route,
        terms=terms,
        withdrawn=[person for person in people if person.pk in gone],
        others=living,
        without_consent=frozenset(one.pk for one in living) - _consenting(living),
        contents=in_words(count_told(route_ids=path_ids, case_ids=case_ids)),
        files=StoredFile.every.filter(Q(route__in=path_ids) | Q(case__in=case_ids), destroyed_on=None).count(),
        path_ids=path_ids,
        case_ids=case_ids,
        open_paths=tuple(one.pk for one in paths if one.ended_on is None),
        open_cases=[one for one in cases if one.closed_on is None],
    )


def in_words(contents: dict[str, int]) -> list[tuple[str, int]]:
    """Kinds of records in words with their numbers, in the order of the rooms."""
    order = [one.key for one in told_everywhere()]
    keys = sorted(contents, key=lambda key: order.index(key) if key in order else len(order))
    return [(words_of(key), contents[key]) for key in keys]


def is_erased(person: Person) -> bool:
    """Say whether the identity of a person was destroyed before."""
    return person.identity is None and person.revision > 0


def running_terms(*, actor: Actor) -> list[DestructionTimer]:
    """The terms that run everywhere, the nearest first; for whoever destroys data."""
    policies.check_can_destroy(actor)
    running = DestructionTimer.objects.filter(state=DestructionTimer.State.WAITING, route__in=visible_to(actor))
    return list(running.select_related("person", "route__case").order_by("due_on", "pk")[:200])


def term_in_sight(*, actor: Actor, term_id: int) -> DestructionTimer:
    """One term with its extensions; NotFound for whoever may not see it."""
    policies.check_can_destroy(actor)
    found = DestructionTimer.objects.select_related("person", "route__case").filter(route__in=visible_to(actor))
    term = found.filter(pk=term_id).first()
    if term is None:
        raise policies.unseen()
    return term


def act_of(route: Route) -> DestructionAct | None:
    """The act by which the data of a path were destroyed, if they were."""
    return DestructionAct.objects.filter(family=route.family_id, path_ids__contains=[route.pk]).order_by("pk").first()


def acts(*, actor: Actor) -> list[DestructionAct]:
    """The acts of destruction, the newest first."""
    policies.check_can_destroy(actor)
    return list(DestructionAct.objects.select_related("by").order_by("-pk")[:200])


def act_in_sight(*, actor: Actor, act_id: int) -> DestructionAct:
    """One act; NotFound for whoever may not see it."""
    policies.check_can_destroy(actor)
    act = DestructionAct.objects.select_related("by", "route__case", "route__program").filter(pk=act_id).first()
    if act is None:
        raise policies.unseen()
    return act


def journal_of(act: DestructionAct) -> Iterator[JournalEntry]:
    """Everything the journal says of the family of an act, the oldest first: the export that order 179 asks for."""
    people = [one["person"] for one in act.people]
    members = [person.pk for person in people_of_family(act.family_id)]
    began = (
        Route.objects.filter(pk__in=act.path_ids).order_by("started_on").values_list("started_on", flat=True).first()
    )
    of_case = Q(case_id__in=act.case_ids) | Q(person_id__in=[*people, *members]) | Q(family_id=act.family_id)
    # A signal without a case is known to the journal by the number of its path alone.
    of_path = Q(case_id=None, data__route__in=act.path_ids, at__date__gte=began or date.min)
    yield from JournalEntry.objects.filter(of_case | of_path).order_by("pk").iterator(chunk_size=2_000)


def consents_of_people(*, path_ids: tuple[int, ...], person_ids: list[int]) -> dict[int, list[str]]:
    """The numbers of the consents to processing that were recorded of people, whatever became of them, by person."""
    found = Consent.every.filter(route__in=path_ids, person__in=person_ids, purpose__in=PROCESSING)
    numbers: dict[int, list[str]] = {}
    for person_id, number in found.order_by("pk").values_list("person_id", "number"):
        numbers.setdefault(person_id, []).append(number)
    return numbers


def _consenting(people: list[Person]) -> set[int]:
    """Those who gave a consent to processing that was not withdrawn."""
    given = Consent.objects.filter(person__in=people, purpose__in=PROCESSING, withdrawn_on=None)
    return set(given.values_list("person_id", flat=True))
