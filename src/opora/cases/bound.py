"""What of cases points at people and families."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("cases.Case", "family", To.FAMILY, _("cases of the family"), case="pk"),
    Bound("cases.Case", "client", To.PERSON, _("cases of the client"), case="pk"),
    Bound("cases.CaseChild", "person", To.PERSON, _("cases about the child"), once=("case_id",), case="case_id"),
    Bound(
        "cases.ClosingChild",
        "person",
        To.PERSON,
        _("the child at closing"),
        once=("closing_id",),
        case="closing__case_id",
    ),
    Bound(
        "cases.FollowUpChild",
        "person",
        To.PERSON,
        _("the child at looks back"),
        once=("contact_id",),
        case="contact__follow_up__case_id",
    ),
)
