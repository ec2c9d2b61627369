"""What is known of the people around a family for its social map on paper (D-09)."""

from datetime import date

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.network.models import NetworkTie
from opora.network.queries.circle import TieView, member_name, network_of
from opora.papers.composing import Composed, fact, section
from opora.process.queries import Place


def social_map(actor: Actor, place: Place, on: date) -> Composed:
    """The newest map of the family by kinds of ties, the most helpful first, and what changed since the first map."""
    network = network_of(actor=actor, place=place, on=on)
    newest = network.newest
    if newest is None:
        return Composed()
    record = newest.record
    facts = [
        fact(_("Map of"), show_day(record.on)),
        fact(_("Confirmed with the parent"), show_day(record.confirmed_on) if record.confirmed_on else ""),
    ]
    by_kind: dict[str, list[str]] = {}
    for one in sorted(newest.ties, key=lambda one: -one.tie.strength):
        by_kind.setdefault(one.tie.kind, []).append(_tie(one))
    sections = [section(_tie_title(kind), by_kind.get(kind, [])) for kind in NetworkTie.Kind.values]
    if len(network.maps) > 1:
        restored = network.change(network.maps[-1], newest).restored
        names = [f"— {member_name(network.by_id[pk])}" for pk in restored if pk in network.by_id]
        sections.append(section(_("Ties restored since the first map"), names))
    return Composed(facts, [*sections, section(_("Remarks"), record.told.split("\n"))])


def _tie_title(kind: str) -> str:
    title = str(NetworkTie.Kind(kind).label)
    return title[:1].upper() + title[1:]


def _tie(one: TieView) -> str:
    given = one.member.person.known_code if one.member.person is not None else ""
    parts = [
        member_name(one.member, given),
        str(one.member.get_kind_display()),
        _("strength %(n)s of 3") % {"n": one.tie.strength},
        str(one.tie.get_direction_display()),
        one.tie.agreed_text,
    ]
    return "— " + ", ".join(part for part in parts if part)
