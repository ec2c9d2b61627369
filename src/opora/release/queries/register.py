"""The register of releases: what left the house, what waits, what was called back."""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, can
from opora.release import policies
from opora.release.models import DeskLimits, Release, ReleasedFile, SecondWord
from opora.release.rules import Limits, tell_each_other
from opora.release.rules.hiding import Released, is_safe
from opora.release.rules.tabulating import from_data, to_data

RELEASED = SecondWord.Answer.RELEASED.value


def limits_in_force() -> Limits:
    """As the organization set them; the usual ones while nobody did."""
    found = DeskLimits.objects.first()
    return Limits() if found is None else Limits(found.least, found.least_for_shares)


def releases(*, actor: Actor) -> QuerySet[Release]:
    """Every release, the newest first; what was only prepared is seen by those whose work it is."""
    policies.check_can_read(actor)
    found = Release.objects.select_related("word", "recall", "by").defer("units", "content")
    if not may_see_waiting(actor):
        found = found.filter(word__answer=RELEASED)
    return found


def in_force(*, actor: Actor) -> QuerySet[Release]:
    """What left the house and was not called back, with its content, the newest first."""
    policies.check_can_read(actor)
    return Release.objects.filter(word__answer=RELEASED, recall=None).select_related("word").defer("units")


def may_see_waiting(actor: Actor) -> bool:
    """Whether somebody works at the desk."""
    return can(actor, "release.confirm") or can(actor, "release.prepare")


def waiting_for(*, actor: Actor) -> QuerySet[Release]:
    """What waits for this person's word: prepared by others and not decided."""
    if not can(actor, "release.confirm"):
        return Release.objects.none()
    return Release.objects.filter(word=None).exclude(by_id=actor.user_id).defer("units", "content")


def get_release(*, actor: Actor, release_id: int) -> Release:
    """One release; raises NotFound."""
    found = releases(actor=actor).defer(None).defer("units").filter(pk=release_id).first()
    if found is None:
        raise policies.unseen()
    return found


def files_of(release: Release) -> list[tuple[str, str]]:
    """The kinds of files of a release with their fingerprints."""
    return list(ReleasedFile.objects.filter(release=release).order_by("pk").values_list("kind", "sha256"))


def newest_of(*, actor: Actor, table: str) -> Release | None:
    """The newest of a table that left the house and was not called back, else the newest that waits."""
    found = Release.objects.select_related("word", "recall").filter(table=table)
    policies.check_can_read(actor)
    gone = found.filter(word__answer=RELEASED, recall=None).first()
    return gone or found.filter(word=None).first()


def by_number(*, actor: Actor, number: int) -> Release | None:
    """A release by its number in the register."""
    policies.check_can_read(actor)
    return Release.objects.select_related("word", "recall").filter(number=number).first()


def earlier_tables(*, besides: int | None = None) -> list[Released]:
    """Every table that ever left the house: what was called back was read all the same."""
    found = Release.objects.filter(Q(word__answer=RELEASED)).order_by("number")
    packed = found.exclude(pk=besides or 0).values_list("units", flat=True)
    return [one for units in packed for one in unpack(bytes(units))]


def is_still_safe(release: Release) -> bool:
    """Whether a table, hidden as it is, still gives nothing away beside everything that left the house by now."""
    earlier = earlier_tables(besides=release.pk)
    kept = unpack(bytes(Release.objects.only("units").get(pk=release.pk).units))
    if any(tell_each_other(one, other) for one in kept for other in earlier):
        return False
    return is_safe(kept, earlier, limits_in_force())


def pack(tables: Sequence[Released]) -> bytes:
    """Tables with the units of each cell, as they are kept."""
    data: Any = [to_data(one.table, one.hidden) for one in tables]
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def unpack(packed: bytes) -> list[Released]:
    """The same again."""
    return [Released(*from_data(one)) for one in json.loads(zlib.decompress(packed))]
