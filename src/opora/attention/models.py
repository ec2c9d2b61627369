"""Tables of attention: what the organization says of each sign, and families put aside until a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.families.sealing import SealedField


class SignChoice(models.Model):
    """From which number on a sign counts here, and whether it counts; without a row as shipped."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    is_on = models.BooleanField(_("in use"), default=True)
    threshold = models.PositiveSmallIntegerField(_("from which number on"))

    class Meta:
        verbose_name = _("sign of attention")
        verbose_name_plural = _("signs of attention")


class Aside(models.Model):
    """A family that needs no look until a day, and why; it comes back by itself."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+", verbose_name=_("case"))
    until = models.DateField(_("until"))
    reason = SealedField(purpose="attention.aside", words=_("why a family was put aside"), case="case")
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("family put aside")
        verbose_name_plural = _("families put aside")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=models.Q(ended_on=None), name="attention_aside_once")
        ]
