"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.drafts.actions.passing_on import pass_on_begun
from opora.drafts.queries.hanging import begun_alone, begun_held

HANGS = (
    Hanging(
        "begun",
        _("Begun forms"),
        ("drafts.FormDraft.user",),
        read=begun_held,
        pass_on=pass_on_begun,
        icon="pencil",
    ),
    Hanging(
        "begun_alone",
        _("Begun forms about no family yet"),
        ("drafts.FormDraft.user",),
        read=begun_alone,
        icon="pencil",
    ),
)
