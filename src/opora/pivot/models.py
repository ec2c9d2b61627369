"""Tables that somebody kept under a name, with every version of what they count."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SavedTable(models.Model):
    """A table kept under a name, by its owner alone or for everybody who reads figures."""

    title = models.CharField(_("name"), max_length=120)
    owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("whose"))
    is_shared = models.BooleanField(_("for the organization"), default=False)
    # The newest version, so that a list of tables reads no versions.
    number = models.PositiveIntegerField(_("version"), default=1)
    data = models.JSONField(_("what it counts"))
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    put_away_on = models.DateField(pgettext_lazy("saved", "put away"), null=True)

    class Meta:
        verbose_name = pgettext_lazy("saved", "saved table")
        verbose_name_plural = pgettext_lazy("saved", "saved tables")
        ordering = ("title", "id")


class TableVersion(models.Model):
    """What a table counted and was called from a moment on; never changed again."""

    table = models.ForeignKey(SavedTable, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("name"), max_length=120)
    data = models.JSONField(_("what it counts"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of a table")
        verbose_name_plural = _("versions of tables")
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["table", "number"], name="pivot_version_once")]
