"""What the journal says about programs."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.programs.models import Program

VERBS = {
    "programs.practice_published": _("published practice %(code)s, version %(version)s"),
    "programs.started": _("started program “%(program)s”"),
    "programs.changed": _("changed program “%(program)s”"),
    "programs.form_chosen": _("chose the assessment form of program “%(program)s”: %(form)s"),
    "programs.department_chosen": _("chose the programs of a department: %(department)s, %(programs)s"),
}


def _programs(codes: Collection[str]) -> Mapping[str, str]:
    return dict(Program.objects.filter(code__in=codes).values_list("code", "name"))


NAMES = {"program": _programs, "programs": _programs}
