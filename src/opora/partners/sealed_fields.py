"""What referrals to partners tell about people in words."""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

TOLD = (Told("partners.OnwardReferral", "told", _("what partners were told"), route="route", purpose="partners.told"),)
