"""What every change of a letter begins with: the letter held, the place it speaks of, whether one may work there."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict, Refused
from opora.correspondence import policies
from opora.correspondence.models import OfficialLetter
from opora.correspondence.queries import letter_in_sight, place_of_letter
from opora.process.policies import check_not_blocked
from opora.process.queries import Place, may_record, recordable

CHANGED = _("Somebody else changed this letter while you were typing. Compare it and save again.")
VOIDED = _("This letter is voided. Nothing was changed.")


def place_for(actor: Actor, route_id: int | None, case_id: int | None) -> Place | None:
    """Where a new letter lies: with a family one may record about, or with none for those who keep such letters."""
    if route_id is None and case_id is None:
        policies.check_can_read(actor)
        policies.check_may_keep(actor)
        return None
    return recordable(actor=actor, route_id=route_id, case_id=case_id)


def held(actor: Actor, letter_id: int, *, though_blocked: bool = False) -> tuple[OfficialLetter, Place | None]:
    """A letter one may work on, locked, with its place; NotFound when unseen, Refused when only to be read."""
    seen = letter_in_sight(actor=actor, letter_id=letter_id)
    letter = OfficialLetter.every.select_for_update(of=("self",)).select_related("partner").get(pk=seen.pk)
    place = place_of_letter(actor=actor, letter=letter)
    if letter.voided_on is not None:
        raise Conflict(VOIDED)
    if place is None:
        policies.check_may_keep(actor)
        return letter, None
    if not may_record(actor=actor, place=place):
        raise Refused(_("You may read this letter but not change it. Ask whoever answers for the family."))
    if place.route is not None and not though_blocked:
        check_not_blocked(place.route)
    return letter, place


def keys_of(place: Place | None) -> dict[str, int]:
    """The case and the path of a place, as the journal names them."""
    if place is None:
        return {"route": 0}
    known = {"case_id": place.case_id} if place.case_id is not None else {}
    return {**known, "route": place.route_id or 0}
