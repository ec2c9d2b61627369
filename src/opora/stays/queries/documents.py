"""What the centre knows for the document about household skills and the day of a family (D-08)."""

from datetime import date

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.papers.composing import Composed, fact, line, section
from opora.process.queries import Place
from opora.stays.models import Admission, SkillLevel
from opora.stays.queries.everyday import SkillRow, routine_as_typed, routine_of, skills_of


def skills_and_routine(actor: Actor, place: Place, on: date) -> Composed:
    """The day of the family and what its adults learn, of the newest stay on the case read for this person."""
    lived = Admission.objects.filter(case=place.case_id, called_off_on=None).select_related("shelter", "stay")
    admission = lived.order_by("-expected_on", "-pk").first()
    if admission is None:
        return Composed()
    routine, skills = routine_of(admission, on=on), skills_of(admission)
    since = admission.stay.from_on if admission.stay is not None else admission.expected_on
    by_person: dict[str, list[str]] = {}
    for row in skills.rows:
        by_person.setdefault(row.person.known_code, []).append(_skill(row))
    return Composed(
        [
            fact(_("Centre"), admission.shelter.name),
            fact(_("Lives there since"), show_day(since)),
            fact(_("Skills formed"), f"{skills.formed} / {len(skills.rows)}" if skills.rows else ""),
        ],
        [
            section(_("The day of the family"), routine_as_typed(routine.slots).split("\n")),
            *(section(_("Learns: %(code)s") % {"code": code}, lines) for code, lines in by_person.items()),
        ],
    )


def _skill(row: SkillRow) -> str:
    when = row.line.held_on or row.line.planned_on
    parts = [
        str(row.line.get_skill_display()),
        row.line.trainer_text,
        show_day(when) if when else "",
        *(line(SkillLevel.Point(point).label, level) for point, level in row.levels.items()),
    ]
    return "— " + ", ".join(part for part in parts if part)
