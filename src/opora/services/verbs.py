"""What the journal says about services: codes, numbers and days only."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.catalogue.models import Service
from opora.common.language import said

VERBS = {
    "services.planned": _("planned a service: %(service)s"),
    "services.plan_changed": _("changed what is planned of a service: %(service)s"),
    "services.plan_stopped": _("stopped a planned service: %(service)s"),
    "services.given": _("recorded a service of %(day)s: %(service)s"),
    "services.passed_on": _("gave a planned service to somebody else: %(service)s, %(user)s"),
    "services.read": _("looked at the services of a family"),
    "services.log_read": _("looked through the log of services"),
}


def _services(keys: Collection[int]) -> Mapping[int, str]:
    return {one.pk: said(one.title) for one in Service.objects.filter(pk__in=keys)}


NAMES = {"service": _services}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"services.log_read", "services.read"})
