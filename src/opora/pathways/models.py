"""The published versions of processes, and drafts of the next ones."""

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.common.next_version import NextVersion


class RouteVersion(models.Model):
    """A process as it was published; the database refuses to change it."""

    code = models.SlugField(_("code"), max_length=60)
    number = models.PositiveIntegerField(_("version"))
    sha256 = models.CharField(max_length=64)
    # As text: the order of stages and actions is the author's, and the database's own JSON would lose it.
    text = models.TextField()
    programs = models.JSONField(default=list)
    # Made in the browser by somebody of the organization; a version that came with a folder has nobody.
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("made by"))
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # The table is older than this room.
        db_table = "process_routeversion"
        verbose_name = _("version of a process")
        verbose_name_plural = _("versions of processes")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="process_version_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"

    @property
    def body(self) -> dict[str, Any]:
        """The process as plain values, in the order of its author."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain


class ProcessDraft(NextVersion):
    """The next version of a process while it is worked on: one at a time, by everybody who may."""

    base = models.ForeignKey(RouteVersion, models.PROTECT, related_name="drafts", verbose_name=_("version"))

    class Meta:
        verbose_name = _("draft of a process")
        verbose_name_plural = _("drafts of processes")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(state="open"), name="pathways_one_draft_at_a_time"
            )
        ]
