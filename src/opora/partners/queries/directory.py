"""The directory: by need, by area, by any word, also with a slip in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.partners import policies, rules
from opora.partners.models import OnwardReferral, Partner

# What an entry holds, as people write it.
FIELDS = (
    "name",
    "kind",
    "services",
    "audience",
    "area",
    "contacts",
    "conditions",
    "documents",
    "agreement",
    "checked_on",
    "rating",
    "is_active",
)


@dataclass(frozen=True, slots=True)
class Search:
    """What was found, and by which words instead of those typed (empty: by those typed)."""

    partners: list[Partner]
    mended: str = ""


def search_partners(
    *, actor: Actor, text: str = "", kind: str = "", with_inactive: bool = False, limit: int = 200
) -> Search:
    """Partners whose entry has all the words, in any form; else any of them; else the nearest words (S4-28).

    A short word is first looked for as a word of its own, and only where nothing has it as the beginning of one.
    """
    policies.check_can_read(actor)
    known = Partner.objects.all() if with_inactive else Partner.objects.filter(is_active=True)
    if kind:
        known = known.filter(kind=kind)
    words = rules.words_of(text)
    if not words:
        return Search(list(known.order_by("name", "pk")[:limit]))
    for every in (True, False):
        for whole in (rules.SHORT_WORD, 0):
            if found := list(_matching(known, words, every=every, whole=whole)[:limit]):
                return Search(found)
    nearest = rules.mended(words, _vocabulary(known))
    return Search(list(_matching(known, nearest, every=True)[:limit]), " ".join(nearest)) if nearest else Search([])


def get_partner(*, actor: Actor, partner_id: int) -> Partner:
    """One entry; NotFound when absent or not for this person."""
    policies.check_can_read(actor)
    found = Partner.objects.filter(pk=partner_id).first()
    if found is None:
        raise policies.unseen()
    return found


def partner_choices(*, on: date | None = None) -> list[tuple[int, str]]:
    """The partners a family may be referred to; with a day it is said which entries are stale (S4-28)."""
    active = Partner.objects.filter(is_active=True).order_by("name", "pk")
    return [(one.pk, _named(one, on)) for one in active]


def _named(partner: Partner, on: date | None) -> str:
    words = f"{partner.name}, {partner.area}" if partner.area else partner.name
    if on is None or not rules.is_stale(partner.checked_on, on):
        return words
    return _("%(partner)s (to be checked)") % {"partner": words}


def partner_kinds() -> list[tuple[str, str]]:
    """The kinds of organizations, in words."""
    return [(code, str(label)) for code, label in Partner.Kind.choices]


def known_outcomes() -> list[tuple[str, str]]:
    """What may have become of a referral, in words."""
    return [(code, str(label)) for code, label in OnwardReferral.Outcome.choices if code != rules.UNKNOWN]


def words_asked(readings: Sequence[Sequence[str]]) -> str:
    """The full-text query for every word of one of the readings of what was typed; empty where there is no word."""
    asked = [
        rules.query_of(words, every=True, whole=rules.SHORTEST_WORD)
        for reading in readings
        if (words := _plain(reading))
    ]
    return " | ".join(f"({one})" for one in asked)


def with_words(asked: str) -> QuerySet[Partner]:
    """Partners whose entry answers such a query: by words, not by pieces of words."""
    return _asked(Partner.objects.all(), asked) if asked else Partner.objects.none()


def _plain(words: Sequence[str]) -> list[str]:
    return [part for word in words for part in rules.words_of(word)]


def _matching(known: QuerySet[Partner], words: list[str], *, every: bool, whole: int = 0) -> QuerySet[Partner]:
    return _asked(known, rules.query_of(words, every=every, whole=whole)).order_by("name", "pk")


def _asked(known: QuerySet[Partner], asked: str) -> QuerySet[Partner]:
    # By the roots of Russian words, and as typed: names of organizations have no roots.
    found = known.alias(
        by_root=SearchVector("search_text", config="russian"), as_typed=SearchVector("search_text", config="simple")
    )
    root = SearchQuery(asked, search_type="raw", config="russian")
    typed = SearchQuery(asked, search_type="raw", config="simple")
    return found.filter(Q(by_root=root) | Q(as_typed=typed))


def _vocabulary(known: QuerySet[Partner]) -> set[str]:
    return {word for text in known.values_list("search_text", flat=True) for word in text.split()}


def entry_of(partner: Partner) -> dict[str, Any]:
    """What stands in an entry, for the form in which it is changed."""
    return {name: getattr(partner, name) for name in (*FIELDS, "revision")}
