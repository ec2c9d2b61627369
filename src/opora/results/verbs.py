"""What the journal says about results: which outcome, never what was said of it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from opora.common.language import said
from opora.logic.queries import assumption_in_force, concepts

VERBS = {
    "results.recorded": _("recorded a result of the family: %(family_result)s"),
    "results.answered": _("answered whether a result of the family was reached: %(family_result)s"),
    "results.assumption_failed": _("recorded that an assumption did not hold for the family: %(assumption)s"),
    "results.read": _("read the results of the family"),
    "results.looked": _("looked at the results of many families"),
}


def _outcomes(codes: Collection[Any]) -> Mapping[Any, str]:
    known = concepts()
    return {code: said(known[code].title) for code in codes if code in known}


def _assumptions(keys: Collection[Any]) -> Mapping[Any, str]:
    found = {key: assumption_in_force(key=str(key)) for key in keys}
    return {key: said(one.text) for key, one in found.items() if one is not None}


NAMES = {"family_result": _outcomes, "assumption": _assumptions}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"results.looked", "results.read"})
