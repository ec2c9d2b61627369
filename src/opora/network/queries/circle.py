"""The people around one family: who they are, what ties the family to them, how it was on former maps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.network.models import NetworkMember, NetworkRecord, NetworkTie
from opora.network.queries.finding import maps_at, members_at
from opora.network.rules import Compared, TieNow, compare
from opora.process.queries import Place, may_record, records_of_family

MOST_MAPS, MOST_TALKS = 100, 200


@dataclass(frozen=True, slots=True)
class TieView:
    """A tie of a map and to whom it leads."""

    tie: NetworkTie
    member: NetworkMember


@dataclass(frozen=True, slots=True)
class MapView:
    """The social map as it was on a day."""

    record: NetworkRecord
    ties: tuple[TieView, ...]

    @property
    def by_member(self) -> dict[int, TieNow]:
        """The ties as the rules read them."""
        return {one.member.pk: TieNow(one.tie.kind, one.tie.strength) for one in self.ties}


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody around a family, the maps from the newest on, the talks from the newest on."""

    place: Place
    members: tuple[NetworkMember, ...]
    maps: tuple[MapView, ...]
    talks: tuple[NetworkRecord, ...]
    may_record: bool

    @property
    def newest(self) -> MapView | None:
        return self.maps[0] if self.maps else None

    @property
    def by_id(self) -> Mapping[int, NetworkMember]:
        return {one.pk: one for one in self.members}

    def change(self, then: MapView, now: MapView) -> Compared:
        """What became of the ties between two of the maps."""
        return compare(then.by_member, now.by_member)


def network_of(*, actor: Actor, place: Place, on: date) -> Network:
    """The network of the family at a place just read for this person, up to a day."""
    members = {one.pk: one for one in members_at(actor=actor, place=place).order_by("pk")}
    maps = maps_at(actor=actor, place=place).filter(on__lte=on).order_by("-on", "-pk")[:MOST_MAPS]
    talks = NetworkRecord.objects.filter(
        records_of_family(actor=actor, place=place), kind=NetworkRecord.Kind.MEDIATION, on__lte=on
    )
    return Network(
        place=place,
        members=tuple(members.values()),
        maps=tuple(_maps(list(maps), members)),
        talks=tuple(talks.select_related("by").order_by("-on", "-pk")[:MOST_TALKS]),
        may_record=not place.has_ended and may_record(actor=actor, place=place),
    )


def _maps(records: Sequence[NetworkRecord], members: Mapping[int, NetworkMember]) -> list[MapView]:
    ties: dict[int, list[TieView]] = {}
    for tie in NetworkTie.objects.filter(record__in=records).order_by("pk"):
        if tie.member_id in members:
            ties.setdefault(tie.record_id, []).append(TieView(tie, members[tie.member_id]))
    return [MapView(one, tuple(ties.get(one.pk, ()))) for one in records]


def member_name(member: NetworkMember, given: str = "") -> str:
    """What somebody around the family is called: by the name written down, or as somebody of the family."""
    return given or member.name_text or str(member.get_kind_display())


def tie_of(*, actor: Actor, place: Place, member_id: int) -> NetworkTie | None:
    """The tie to somebody as the newest map has it; None where it says nothing."""
    newest = maps_at(actor=actor, place=place).order_by("-on", "-pk").values("pk")[:1]
    return NetworkTie.objects.filter(record__in=newest, member=member_id).first()
