"""Imports of the registry, from upload to result."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportRun(models.Model):
    """One workbook brought in: what was found, what was done and, until confirmed, the file itself, sealed."""

    class State(models.TextChoices):
        PREVIEWED = "previewed", pgettext_lazy("import", "waiting for your word")
        QUEUED = "queued", pgettext_lazy("import", "waiting to start")
        RUNNING = "running", pgettext_lazy("import", "in progress")
        DONE = "done", pgettext_lazy("import", "done")
        FAILED = "failed", pgettext_lazy("import", "not done")
        DISCARDED = "discarded", pgettext_lazy("import", "set aside")

    state = models.CharField(pgettext_lazy("import", "state"), max_length=10, choices=State.choices)
    user = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField(null=True)
    program = models.ForeignKey("programs.Program", models.PROTECT, null=True, related_name="+")
    # Rows and remarks as the page shows them, sealed: a cell may hold anything a person typed.
    details = models.BinaryField(null=True)
    result = models.JSONField(null=True)
    done_rows = models.PositiveIntegerField(default=0)
    all_rows = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-id",)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has still to decide about the upload."""
        return self.state == self.State.PREVIEWED

    @property
    def is_under_way(self) -> bool:
        """Whether the import is decided and has not ended."""
        return self.state in (self.State.QUEUED, self.State.RUNNING)

    @property
    def is_done(self) -> bool:
        """Whether the register was brought in."""
        return self.state == self.State.DONE

    @property
    def content_purpose(self) -> str:
        """What the sealed file is for; it opens for nothing else."""
        return f"content {self.pk}"

    @property
    def details_purpose(self) -> str:
        """What the sealed details are for; they open for nothing else."""
        return f"details {self.pk}"
