"""Begun words on a release that can be sent no more."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number, ended
from opora.release.models import Release

DECIDED = "release.decided"
RECALLED = "release.recalled"


def _decided(numbers: Any) -> Any:
    return Release.objects.filter(pk__in=numbers, word__isnull=False)


def _recalled(numbers: Any) -> Any:
    return Release.objects.filter(pk__in=numbers, recall__isnull=False)


LAPSES = (
    Lapse(
        ("release:let_go", "release:send_back", "release:withdraw"),
        by_number("release_id", ended(DECIDED, _decided)),
        {DECIDED: _("Somebody has decided on this release meanwhile, so no word on it can be sent any more.")},
    ),
    Lapse(
        ("release:call_back",),
        by_number("release_id", ended(RECALLED, _recalled)),
        {RECALLED: _("This release was called back meanwhile.")},
    ),
)
