"""What attention tells about people in words."""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

TOLD = (Told("attention.Aside", "reason", _("why a family was put aside"), case="case", purpose="attention.aside"),)
