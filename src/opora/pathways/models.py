"""The published versions of processes, and drafts of the next ones."""

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class ProcessDraft(models.Model):
    """The next version of a process while it is worked on: one at a time, by everybody who may."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("draft of a process", "worked on")
        PUBLISHED = "published", pgettext_lazy("draft of a process", "published")
        DROPPED = "dropped", pgettext_lazy("draft of a process", "given up")

    code = models.SlugField(_("code"), max_length=60)
    base = models.ForeignKey(RouteVersion, models.PROTECT, related_name="drafts", verbose_name=_("version"))
    # As text: the order of stages and steps is the author's.
    text = models.TextField()
    revision = models.PositiveIntegerField(_("revision"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    changed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft of a process")
        verbose_name_plural = _("drafts of processes")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(state="open"), name="pathways_one_draft_at_a_time"
            )
        ]

    @property
    def body(self) -> dict[str, Any]:
        """The process as its file would say it, in the order of its author."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain
