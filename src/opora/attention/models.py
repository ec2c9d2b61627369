"""Tables of attention: what the organization says of each sign, families put aside, and who stands where among them."""

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


class LookStand(models.Model):
    """Where the family of an open case stands among those who need a look, and before which day that holds.

    Computed from the records, and computed anew when one of them changes; see `rules.standing`.
    """

    case = models.OneToOneField("cases.Case", models.CASCADE, primary_key=True, related_name="+")
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+")
    until = models.DateField(_("holds until"))
    # The place; nothing where no look is needed.
    is_calm = models.BooleanField(null=True)
    gravest = models.SmallIntegerField(null=True)
    fewer = models.SmallIntegerField(null=True)
    lasts = models.IntegerField(null=True)

    class Meta:
        verbose_name = _("place among those who need a look")
        verbose_name_plural = _("places among those who need a look")
        indexes = [
            models.Index(
                fields=["is_calm", "gravest", "fewer", "lasts", "case"],
                condition=models.Q(gravest__isnull=False),
                name="attention_gravest",
            ),
            models.Index(
                fields=["department", "is_calm", "gravest", "fewer", "lasts", "case"],
                condition=models.Q(gravest__isnull=False),
                name="attention_gravest_here",
            ),
            models.Index(fields=["until"], name="attention_until"),
        ]


class LookMark(models.Model):
    """Something was recorded of a case since its place was computed; the database writes it, see the migration."""

    # No key: what is marked may be gone.
    case_id = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("mark at a case")
        verbose_name_plural = _("marks at cases")
