"""Results in the words of a case manager: what is so, and by which record it is seen."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.common.language import said
from opora.logic.queries import concepts, shared_concepts

Text = str | Promise

SAID: Final = "results.result:"
"""How a word of somebody is named among the records that show a result."""
SAYINGS: Mapping[str, Text] = {
    "reached": pgettext_lazy("result", "reached"),
    "lost": pgettext_lazy("result", "lost again"),
}
STATES: Mapping[str, Text] = {
    "aimed": pgettext_lazy("result", "aimed at"),
    "reached": pgettext_lazy("result", "reached"),
    "lost": pgettext_lazy("result", "lost again"),
    "maybe_reached": pgettext_lazy("result", "seems reached"),
    "maybe_lost": pgettext_lazy("result", "seems lost"),
}
_SOURCES: Mapping[str, Text] = {
    "assessments.assessment": pgettext_lazy("seen by", "by the assessment"),
    "cases.closing": pgettext_lazy("seen by", "by the closing of the case"),
    "cases.followup": pgettext_lazy("seen by", "by the look back after the exit"),
    "circumstances.lifechange": pgettext_lazy("seen by", "by what was recorded of the life"),
    "correspondence.officialletter": pgettext_lazy("seen by", "by the answer to a letter"),
    "groups.mark": pgettext_lazy("seen by", "by coming to a meeting"),
    "services.provision": pgettext_lazy("seen by", "by a service given"),
    "goods.issue": pgettext_lazy("seen by", "by an act of help"),
    "network.networkrecord": pgettext_lazy("seen by", "by the social map"),
    "plans.task": pgettext_lazy("seen by", "by tasks of the family that are done"),
    "process.paper": pgettext_lazy("seen by", "by a signed paper"),
    "plans.familystep": pgettext_lazy("seen by", "by a step of the family"),
    "plans.goal": pgettext_lazy("seen by", "by a goal of the plan"),
    "plans.planrevision": pgettext_lazy("seen by", "by the plan"),
    "results.result": pgettext_lazy("seen by", "said by a colleague"),
    "stays.admission": pgettext_lazy("seen by", "by the stay in the centre"),
}


def concept_title(code: str) -> str:
    """The words of an outcome."""
    known = shared_concepts().get(code) or concepts().get(code)
    return said(known.title) if known is not None else code


def source_said(source: str) -> str:
    """By which kind of record it is seen."""
    return str(_SOURCES.get(source.partition(":")[0], ""))
