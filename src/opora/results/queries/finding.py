"""One word on a result, found for somebody."""

from opora.access.rules import Actor
from opora.process.queries import place_of_record, within_sight
from opora.results import policies
from opora.results.models import Result


def result_in_sight(*, actor: Actor, result_id: int) -> Result:
    """What was said of a result, for whoever may read it; NotFound for anybody else, and of what was taken back."""
    result = within_sight(actor, Result.objects.filter(pk=result_id)).first()
    if result is None or result.concept in policies.hidden(actor, place_of_record(actor=actor, record=result)):
        raise policies.unseen()
    return result
