"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.cases.actions.passing_on import pass_on_cases, pass_on_parts
from opora.cases.queries.hanging import lost_parts, managed_by, parts_of, unmanaged

HANGS = (
    Hanging(
        "case",
        _("Cases as case manager"),
        ("cases.TeamMember.user",),
        read=managed_by,
        pass_on=pass_on_cases,
        unowned=unmanaged,
        icon="folders",
    ),
    Hanging(
        "part",
        _("Parts in teams"),
        ("cases.TeamMember.user",),
        read=parts_of,
        pass_on=pass_on_parts,
        unowned=lost_parts,
        icon="users",
    ),
)
