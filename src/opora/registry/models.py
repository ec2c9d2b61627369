"""Imports of the registry, from upload to result."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportRun(models.Model):
    """One workbook brought in: what was found, what was done and, until confirmed, the file itself, sealed."""

    class State(models.TextChoices):
        ASKING = "asking", pgettext_lazy("import", "waiting for your choice of columns")
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
    # Whether an emptied cell of the register erases what is recorded; nobody asked means no.
    erases_emptied = models.BooleanField(default=False)
    # Remarks and choices as the page shows them, sealed: a cell may hold anything a person typed. Rows lie in parts.
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
        """Whether the upload has been looked at and somebody has still to decide about it."""
        return self.state == self.State.PREVIEWED

    @property
    def is_asking(self) -> bool:
        """Whether somebody must first say which columns are meant."""
        return self.state == self.State.ASKING

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


class ImportPart(models.Model):
    """Some hundred rows of an import as the page shows them, sealed, so that a page opens only what it shows."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    # One letter a row, by which rows are filtered: its lot, a capital when there is a remark.
    lots = models.TextField()
    rows = models.BinaryField()

    class Meta:
        verbose_name = _("part of an import")
        verbose_name_plural = _("parts of imports")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="registry_part_once")]

    @property
    def purpose(self) -> str:
        """What the sealed rows are for; they open for nothing else."""
        return f"rows {self.run_id} {self.number}"


class ColumnChoice(models.Model):
    """What somebody said of a column title: it means this column, or it does not; the next file is read so."""

    field = models.CharField(max_length=20)
    # The title in one spelling, letters and digits only.
    title = models.CharField(max_length=200)
    is_meant = models.BooleanField()
    chosen_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    chosen_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("choice of a column")
        verbose_name_plural = _("choices of columns")
        ordering = ("field", "title")
        constraints = [models.UniqueConstraint(fields=["field", "title"], name="registry_choice_once")]


class CodeWithYo(models.Model):
    """A code that registers write with Ё. Codes have no such letter here: Ё5 is kept as Е5 and must stay one person."""

    code = models.CharField(max_length=8, unique=True)

    class Meta:
        verbose_name = _("code written with yo")
        verbose_name_plural = _("codes written with yo")
        ordering = ("code",)
