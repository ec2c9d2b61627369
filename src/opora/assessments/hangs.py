"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.assessments.actions.passing_on import pass_on_drafts
from opora.assessments.queries.hanging import drafts_held

HANGS = (
    Hanging(
        "draft",
        _("Unfinished forms of assessment"),
        ("assessments.AssessmentDraft.user",),
        read=drafts_held,
        pass_on=pass_on_drafts,
        icon="pencil",
    ),
)
