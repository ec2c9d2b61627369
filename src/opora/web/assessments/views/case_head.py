"""What the pages of assessments share: who asks, the names when they were asked for, the words of a point."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import pgettext

from opora.assessments.rules import ENTRY, EXIT, FOLLOW_UP, REVIEW
from opora.common.errors import OporaError
from opora.families.actions import open_names
from opora.web.shell.asking import actor_of

if TYPE_CHECKING:
    from opora.cases.models import Case


def title_of(point: str) -> str:
    """The form by its point, as a heading says it."""
    return {
        ENTRY: pgettext("assessment", "Entry assessment"),
        REVIEW: pgettext("assessment", "Repeated assessment"),
        EXIT: pgettext("assessment", "Exit assessment"),
        FOLLOW_UP: pgettext("assessment", "Follow-up assessment"),
    }[point]


def names_for(request: HttpRequest, case: "Case") -> dict[str, str]:
    """Names instead of codes when the reader asked for them; opening each is a line in the journal."""
    if request.GET.get("names") != "1":
        return {}
    try:
        opened = open_names(actor=actor_of(request), case_id=case.pk)
    except OporaError:
        return {}
    return {str(key): identity.given or identity.full_name for key, identity in opened.items() if identity.full_name}


def case_context(case: "Case", point: str) -> dict[str, Any]:
    return {"case": case, "point": point, "title": title_of(point)}
