"""What the journal says about the organization's details."""

from django.utils.translation import gettext_lazy as _

from opora.organization.queries import title_of
from opora.organization.rules import LENGTHS

VERBS = {
    "organization.changed": _("kept version %(version)s of the organization's details: %(details)s"),
    "organization.year_kept": _("kept the days off of %(year)s"),
}

CODES = {"details": {name: title_of(name) for name in LENGTHS}}
