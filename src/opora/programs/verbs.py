"""What the journal says about programs."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "programs.practice_published": _("published practice %(code)s, version %(version)s"),
    "programs.started": _("started program %(program)s"),
    "programs.changed": _("changed program %(program)s"),
    "programs.department_chosen": _("chose the programs of department no. %(department)s: %(programs)s"),
}
