"""What the addresses about the people around a family need: somebody, a map, a talk, a kinship."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM
from opora.network import actions
from opora.network.actions import MemberEntry, NeedEntry
from opora.process.models import Route


def around_of(route: Route, *, words: str, member_id: int, on: date) -> dict[str, int]:
    """A grandmother of the family; `words` stand in every sealed text."""
    path: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk, "on": on}
    entry = MemberEntry(kind="relative", name=words, note=words)
    somebody = actions.add_relative(**path, of=f"p{member_id}", relation="mother", entry=entry)
    drawn = actions.set_tie(actor=SYSTEM, member_id=somebody.pk, kind="supportive", agreed=words, on=on)
    talk = actions.record_mediation(**path, member_id=somebody.pk, text=words, next_step=words)
    kin = actions.keep_kin(**path, kind="parent", one=f"m{somebody.pk}", other=f"p{member_id}")
    need = actions.keep_need(**path, entry=NeedEntry(text=words, outside="yes", contact=words))
    return {
        "around_id": somebody.pk,
        "map_id": drawn.pk,
        "talk_id": talk.pk,
        "kin_id": kin.pk,
        "need_id": need.pk,
    }
