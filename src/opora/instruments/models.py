"""Tables of instruments: published versions, which never change, and drafts of the next ones."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.common.next_version import NextVersion


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


class InstrumentDraft(NextVersion):
    """The next version of a form, or a new form, while it is worked on: one at a time, by everybody who may."""

    # A new form has none.
    base = models.ForeignKey(
        InstrumentVersion, models.PROTECT, null=True, related_name="drafts", verbose_name=_("version")
    )

    class Meta:
        verbose_name = _("draft of an assessment form")
        verbose_name_plural = _("drafts of assessment forms")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(state="open"), name="instruments_one_draft_at_a_time"
            )
        ]
