"""Begun steps of an analysis that can be sent no more."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number, ended
from opora.studies.models import StudyDraft

DONE = "studies.done"


def _done(numbers: Any) -> Any:
    return StudyDraft.objects.filter(pk__in=numbers, is_done=True)


LAPSES = (
    Lapse(
        ("studies:step", "studies:register", "studies:drop"),
        by_number("analysis_id", ended(DONE, _done)),
        {DONE: _("This analysis was registered or given up meanwhile, so its steps cannot be sent any more.")},
    ),
)
