"""What begun forms tell about people; such a draft goes whole, for it holds nothing but words."""

from django.utils.translation import gettext_lazy as _

from opora.drafts.rules import PURPOSE
from opora.families.sealed_fields import Told

TOLD = (
    Told("drafts.FormDraft", "words", _("begun forms"), route="route_id", case="case_id", purpose=PURPOSE, whole=True),
)
