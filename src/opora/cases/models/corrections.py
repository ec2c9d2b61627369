"""What was written wrong in a case and is set right."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened


class CaseCorrection(models.Model):
    """Something of a case was written wrong: what stood there, what stands there now, why, and who says so."""

    class Field(models.TextChoices):
        OPENED_ON = "opened_on", pgettext_lazy("correction", "opening day")
        NUMBER = "number", pgettext_lazy("correction", "number")
        PROGRAM = "program", pgettext_lazy("correction", "program")
        DEPARTMENT = "department", pgettext_lazy("correction", "department")
        CLIENT = "client", pgettext_lazy("correction", "client")
        CHILD = "child", pgettext_lazy("correction", "child of the case")
        CLOSED_ON = "closed_on", pgettext_lazy("correction", "day of closing")
        CLOSING_REASON = "reason", pgettext_lazy("correction", "reason of closing")
        VOIDED = "voided", pgettext_lazy("correction", "opened by mistake")

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="corrections")
    field = models.CharField(_("what was corrected"), max_length=12, choices=Field.choices)
    # As people read it: a day, a number, a code, the name of a program; never a name of the family.
    before = models.CharField(_("stood there"), max_length=200, blank=True)
    after = models.CharField(_("stands there now"), max_length=200, blank=True)
    reason = SealedField(purpose="cases.correction", words=_("reasons for setting a case right"), case="case")
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("correction of a case")
        verbose_name_plural = _("corrections of cases")
        ordering = ("-id",)

    @property
    def reason_text(self) -> str:
        """Why, for whoever may read the case."""
        return opened(self, "reason")

    @property
    def before_shown(self) -> str:
        """What stood there, with a day as people write it."""
        return _shown(self.before)

    @property
    def after_shown(self) -> str:
        """What stands there now, the same way."""
        return _shown(self.after)


def _shown(value: str) -> str:
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


class CaseTransfer(models.Model):
    """An open case went over to another program with its history; it did not end, and is counted there from then on."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="transfers")
    from_program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+")
    from_department = models.ForeignKey("access.Department", models.PROTECT, related_name="+")
    # The former number stays this case's: it finds the case, and is given to nobody else.
    from_number = models.CharField(_("former number"), max_length=40)
    from_number_key = models.CharField(max_length=40)
    to_program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+")
    reason = SealedField(purpose="cases.transfer", words=_("reasons for transfers"), case="case")
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("transfer of a case")
        verbose_name_plural = _("transfers of cases")
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["from_number_key"], name="cases_former_number", opclasses=["varchar_pattern_ops"])
        ]

    @property
    def reason_text(self) -> str:
        """Why, for whoever may read the case."""
        return opened(self, "reason")
