"""What the journal says about programmes."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "programs.practice_published": _("published practice %(code)s, version %(version)s"),
    "programs.started": _("started programme %(program)s"),
    "programs.changed": _("changed programme %(program)s"),
    "programs.department_chosen": _("chose the programmes of department no. %(department)s: %(programs)s"),
}
