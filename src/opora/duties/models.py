"""Tables of duties."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HandingOn(models.Model):
    """Work passed on from one colleague to others in one go: by whom, to whom, why. Never changed again."""

    from_user = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("from whom")
    )
    on = models.DateField(_("day"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)
    # [{"kind": "case", "to": 12, "count": 7}, …]
    parts = models.JSONField(default=list)

    class Meta:
        verbose_name = _("passing on of work")
        verbose_name_plural = _("passings on of work")
        ordering = ("-id",)
        indexes = [models.Index(fields=["from_user", "-id"], name="duties_from")]


class PlannedPassing(models.Model):
    """Work that goes into other hands on a coming day; until then it can be called off."""

    from_user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("from whom"))
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("asked on"))
    reason = models.CharField(_("reason"), max_length=500)
    # {"case": 12, …} or {"*": 12} for everything.
    receivers = models.JSONField(default=dict)
    ended_on = models.DateField(_("done or called off"), null=True)
    problem = models.CharField(_("why it could not be done"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("planned passing on of work")
        verbose_name_plural = _("planned passings on of work")
        constraints = [
            models.UniqueConstraint(
                fields=["from_user"], condition=models.Q(ended_on__isnull=True), name="one_planned_passing"
            )
        ]


class Adrift(models.Model):
    """A thing that hung on nobody who may open it when all work was looked at last; read only to be asked about anew.

    One row more says that all was looked at.
    """

    LOOKED = "all"

    kind = models.SlugField(_("kind of work"), max_length=20)
    key = models.BigIntegerField()

    class Meta:
        verbose_name = _("work that may be nobody’s")
        verbose_name_plural = _("work that may be nobody’s")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="duties_adrift_once")]


class WorkMark(models.Model):
    """Something changed by which work may have become nobody's since it was looked at; the database writes it.

    A person, a case or a path by number, without a key: what is marked may be gone.
    """

    user_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    route_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("change in who works on what")
        verbose_name_plural = _("changes in who works on what")
