"""Tables of logic models: published versions, and drafts of the next ones."""

import json
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.common.next_version import NextVersion


class ModelVersion(models.Model):
    """A logic model as it was published; the database refuses to change it."""

    code = models.SlugField(_("code"), max_length=60)
    number = models.PositiveIntegerField(_("version"))
    practice = models.SlugField(_("practice"), max_length=60)
    # Codes of the programs that work by it.
    programs = ArrayField(models.SlugField(max_length=60), default=list, verbose_name=_("programs"))
    sha256 = models.CharField(max_length=64)
    # As text: the order of columns and boxes is the author's.
    text = models.TextField()
    # Made in the browser by somebody of the organization; a version that came with a folder has nobody.
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("made by"))
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of a logic model")
        verbose_name_plural = _("versions of logic models")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="logic_version_once")]

    @property
    def body(self) -> dict[str, Any]:
        """The model as plain values."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain


class ModelDraft(NextVersion):
    """The next version of a model while it is worked on: one at a time, by everybody who may."""

    # None for a model that is not there yet.
    base = models.ForeignKey(ModelVersion, models.PROTECT, null=True, related_name="drafts", verbose_name=_("version"))
    # None as long as they are those of the version it began from.
    programs = ArrayField(models.SlugField(max_length=60), null=True, verbose_name=_("programs"))

    class Meta:
        verbose_name = _("draft of a logic model")
        verbose_name_plural = _("drafts of logic models")
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=models.Q(state="open"), name="logic_one_draft_at_a_time")
        ]

    @property
    def programs_named(self) -> list[str]:
        """The programs that shall work by it."""
        if self.programs is not None:
            return sorted(self.programs)
        return list(self.base.programs) if self.base is not None else []
