"""What of stays points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound(
        "stays.Lodger",
        "person",
        To.PERSON,
        _("stays in the centre"),
        once=("admission_id",),
        when={"left_on": None},
        case="admission__case_id",
    ),
    Bound(
        "stays.SkillLine",
        "person",
        To.PERSON,
        _("skills learned in the centre"),
        once=("admission_id", "skill"),
        case="admission__case_id",
    ),
)
