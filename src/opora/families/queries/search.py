"""Finding people whose names nobody can read in the database."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.common.planning import ask_known
from opora.families import policies
from opora.families.keyring import blind_index
from opora.families.models import FamilyMember, Person, SearchIndex
from opora.families.queries.opening import unlocked_rows
from opora.families.rules import BadCode, Identity, Likeness, is_of_age, likeness, parse_code
from opora.families.words import LIKENESS

# Only so many of those who share something are compared: a name borne by more people says little about one.
_COMPARED = 50
# The newest of those who have all marks of a set, for all groups of sets at once. An array of arrays must be even, so
# each set travels as one text of hexadecimal digits.
_SHARING = """
WITH asked AS MATERIALIZED (
    SELECT one.place, ARRAY(
        SELECT decode(substr(one.marks, i * 32 + 1, 32), 'hex') FROM generate_series(0, length(one.marks) / 32 - 1) AS i
    ) AS tokens
      FROM unnest(%(places)s::int[], %(marks)s::text[]) AS one (place, marks)
),
sharing AS (
    SELECT DISTINCT asked.place, mark.person_id
      FROM asked JOIN families_searchindex mark ON mark.tokens @> asked.tokens
),
newest AS (
    SELECT place, person_id, row_number() OVER (PARTITION BY place ORDER BY person_id DESC) AS nth FROM sharing
)
SELECT newest.place, person.id, person.code_letter, person.code_number, person.identity, key.wrapped, key.key_id
  FROM newest
  JOIN families_person person ON person.id = newest.person_id
  LEFT JOIN families_personkey key ON key.person_id = newest.person_id
 WHERE newest.nth <= %(most)s
 ORDER BY newest.place, person.id DESC
"""


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody already known who may be the person being entered.

    When `is_in_sight` is false, a page may say only that there is somebody, and must not show the code.
    """

    person_id: int
    code: str
    is_child: bool
    likeness: Likeness
    family_ids: frozenset[int]
    is_in_sight: bool = False

    @property
    def reasons(self) -> list[str]:
        """In what they agree and differ, in words."""
        return [str(LIKENESS[sign]) for sign in self.likeness.told]


def search_people(*, actor: Actor, text: str, months: Sequence[int] = ()) -> "QuerySet[SearchIndex, int]":
    """Ids of the people whose name (by beginnings of three letters), telephone or birth date was typed.

    Works as a list and inside another query. It knows no cases: the caller narrows it to those in sight. With
    `months` (year * 12 + month) only people in whose families a case was opened in one of them.
    """
    found = SearchIndex.objects.values_list("person_id", flat=True)
    asked = blind_index().asked(text) if can(actor, "identity.read") else frozenset()
    if months:
        found = found.filter(months__overlap=list(months))
    return found.filter(tokens__contains=sorted(asked)) if asked else found.none()


def people_with(
    *, actor: Actor, tokens: Collection[Sequence[bytes]], months: Sequence[int] = ()
) -> "QuerySet[SearchIndex, int]":
    """Ids of the people who have all fingerprints of any reading of what was typed; `months` as in `search_people`."""
    found = SearchIndex.objects.values_list("person_id", flat=True)
    if months:
        found = found.filter(months__overlap=list(months))
    if not tokens or not can(actor, "identity.read"):
        return found.none()
    return found.filter(reduce(or_, (Q(tokens__contains=asked) for asked in tokens)))


def people_by_code(*, actor: Actor, text: str) -> "QuerySet[Person, int]":
    """Ids of the person whose code was typed, in any spelling; nobody when it is no code.

    The code of a record that was brought together with another one finds the person that stayed.
    """
    if not can(actor, "case.read"):
        return Person.objects.none().values_list("pk", flat=True)
    found = Person.objects.annotate(known_as=Coalesce("merged_into", "pk")).values_list("known_as", flat=True)
    try:
        code = parse_code(text)
    except BadCode:
        return found.none()
    return found.filter(code_letter=code.letter, code_number=code.number)


def suggest_duplicates(
    *, actor: Actor, identity: Identity, but: int | None = None, limit: int = 5, on: date | None = None
) -> list[Match]:
    """People already known who may be this one, the likeliest first; `but` is the person being edited."""
    return suggest_duplicates_of(actor=actor, identities=[identity], but=but, limit=limit, on=on)[0]


def suggest_duplicates_of(
    *,
    actor: Actor,
    identities: Sequence[Identity],
    but: int | None = None,
    limit: int = 5,
    on: date | None = None,
) -> list[list[Match]]:
    """The same for several people who are entered at once, in their order."""
    if not can(actor, "identity.read"):
        return [[] for _one in identities]
    index = blind_index()
    shared = _sharing([sets for identity in identities for sets in index.alike(identity)])
    return [
        _likely(actor, identity, [*shared.get(2 * n, ()), *shared.get(2 * n + 1, ())], but, limit, on)
        for n, identity in enumerate(identities)
    ]


def _likely(
    actor: Actor, identity: Identity, rows: Sequence[Sequence[Any]], but: int | None, limit: int, on: date | None
) -> list[Match]:
    """Those of the rows who may be this person."""
    codes: dict[int, str] = {}
    sealed = {}
    for person_id, letter, number, *envelope in rows:
        if person_id != but:
            codes[person_id], sealed[person_id] = f"{letter}{number}", (person_id, *envelope)
    found: list[Match] = []
    for person_id, known in unlocked_rows(sealed.values()).items():
        alike = likeness(identity, known)
        if alike is not None:
            grown = is_of_age(known.born, on or today())
            found.append(Match(person_id, codes[person_id], not grown, alike, frozenset()))
    found.sort(key=lambda match: match.likeness.weight, reverse=True)
    return _with_families(actor, found[:limit])


def _sharing(groups: Sequence[Iterable[frozenset[bytes]]]) -> dict[int, list[tuple[Any, ...]]]:
    """By the place of a group, the newest of those who have all marks of one of its sets, with code, envelope, key."""
    wanted = [(place, b"".join(sorted(marks)).hex()) for place, sets in enumerate(groups) for marks in sets]
    if not wanted:
        return {}
    places, marks = zip(*wanted, strict=True)
    found: dict[int, list[tuple[Any, ...]]] = {}
    asked = {"places": list(places), "marks": list(marks), "most": _COMPARED}
    for place, *row in ask_known(_SHARING, asked):
        found.setdefault(place, []).append(tuple(row))
    return found


def _with_families(actor: Actor, matches: list[Match]) -> list[Match]:
    """Say of each match to which families it belongs and whether the actor may know that."""
    if not matches:
        return []
    families: dict[int, set[int]] = {match.person_id: set() for match in matches}
    children: set[int] = set()
    members = FamilyMember.objects.filter(person_id__in=families).values_list("person_id", "family_id", "role", "to_on")
    for person_id, family_id, role, to_on in members:
        families[person_id].add(family_id)
        if role == FamilyMember.Role.CHILD and to_on is None:
            children.add(person_id)
    reached = policies.reached_families(actor=actor, family_ids=set().union(*families.values()))
    return [
        replace(
            match,
            is_child=match.is_child and match.person_id in children,
            family_ids=frozenset(families[match.person_id]),
            is_in_sight=bool(families[match.person_id] & reached),
        )
        for match in matches
    ]
