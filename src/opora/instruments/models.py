"""Tables of instruments: published versions, which never change, and drafts of the next ones."""

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Instrument(models.Model):
    """A form that is filled in for a case, whatever its version (ЕФО)."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")

    def __str__(self) -> str:
        return self.title


class InstrumentVersion(models.Model):
    """The form as it was published; the database refuses to change it (migration 0002)."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    definition = models.JSONField()
    sha256 = models.CharField(max_length=64)
    # Made in the browser by somebody of the organization; a version that came with a folder has nobody.
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("made by"))
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("instrument version")
        verbose_name_plural = _("instrument versions")
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="instruments_version_once"),
        ]


class InstrumentDraft(models.Model):
    """The next version of a form, or a new form, while it is worked on: one at a time, by everybody who may."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("draft of a form", "worked on")
        PUBLISHED = "published", pgettext_lazy("draft of a form", "published")
        DROPPED = "dropped", pgettext_lazy("draft of a form", "given up")

    code = models.SlugField(_("code"), max_length=60)
    # The version it began from; a new form has none.
    base = models.ForeignKey(
        InstrumentVersion, models.PROTECT, null=True, related_name="drafts", verbose_name=_("version")
    )
    # As text: the order of what a form says is its author's.
    text = models.TextField()
    revision = models.PositiveIntegerField(_("revision"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    changed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft of an assessment form")
        verbose_name_plural = _("drafts of assessment forms")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(state="open"), name="instruments_one_draft_at_a_time"
            )
        ]

    @property
    def body(self) -> dict[str, Any]:
        """The form as its file would say it."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain
