"""What the journal says about partners: it keeps numbers, and a reader is told the names."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.partners.models import Partner

VERBS = {
    "partners.added": _("added a partner: %(partner)s"),
    "partners.changed": _("changed a partner: %(partner)s"),
    "partners.exported": _("downloaded the directory of partners"),
    "partners.imported": _("took in a directory of partners: added %(added)s, changed %(changed)s"),
    "partners.referred": _("referred the family of path No. %(route)s to a partner: %(partner)s"),
    "partners.confirmed": _("recorded what became of a referral to a partner"),
    "partners.told_read": _("read what was told with a referral to a partner"),
}


def _partners(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Partner.objects.filter(pk__in=ids).values_list("pk", "name"))


NAMES = {"partner": _partners}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"partners.told_read"})
