"""The kinds of blocks as people choose among them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS: Mapping[str, tuple[Any, Any, str]] = {
    "text": (pgettext_lazy("block", "Own words"), _("A heading and a few paragraphs."), "edit"),
    "indicators": (_("Several indicators"), _("A table: figure, parts, period before, target."), "table"),
    "indicator": (_("One indicator"), _("Large, with twelve months and how it is counted."), "flag"),
    "model": (_("Results of a logic model"), _("Box by box with figures and sources."), "list-check"),
    "picture": (_("Picture of a logic model"), _("The whole chain with a figure in every box."), "chart-dots-3"),
    "assumptions": (_("Assumptions of a model"), _("What it stands on and whether that holds."), "help-circle"),
    "outcomes": (_("What came of it"), _("Answer, figures and limits; no single case."), "chart-bar"),
    "table": (_("Outcome table"), _("Case by case under codes: for our own people only."), "table"),
    "quality": (_("Quality of the data"), _("What is missing and what weakens the figures."), "alert-triangle"),
    "depth": (_("Form item by item"), _("One section or all: weak, solved, new."), "list-check"),
    "study": (_("Registered hypothesis"), _("With its answer, part by part."), "zoom-question"),
    "results": (_("Results reached"), _("By how many families; what holds, what was lost again."), "checks"),
    "saved": (_("A saved table"), _("One that is kept for the organization, over the days of the report."), "table"),
    "services": (_("Services"), _("How often each was given and to how many families."), "heart-handshake"),
    "people": (_("People, each once"), _("Families, adults, children by age."), "users"),
    "events": (_("Events"), _("Planned and held, with their days."), "calendar-event"),
    "published": (_("Publications and materials"), _("With their links."), "link"),
    "practice": (_("How the practice is described"), _("Process, forms and models with versions."), "book"),
    "quotes": (_("Words of families"), _("Without names, with a consent to publication."), "message"),
    "steps": (_("Control points"), _("A calendar plan: planned and reached."), "checks"),
}


def title(kind: str) -> str:
    """What a kind of block is called."""
    return str(KINDS[kind][0]) if kind in KINDS else kind
