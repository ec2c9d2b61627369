"""Tables of the release desk: what was prepared, the second word on it, its files, and what was called back."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DeskLimits(models.Model):
    """From how many people on a number may be printed, as kept from one moment on."""

    least = models.PositiveSmallIntegerField(_("smallest number that is printed"))
    least_for_shares = models.PositiveSmallIntegerField(_("smallest group whose shares are printed"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("limits of the release desk")
        verbose_name_plural = _("limits of the release desk")
        ordering = ("-pk",)


class Release(models.Model):
    """A table prepared for everybody, exactly as it would leave the house; it is never changed."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    table = models.SlugField(_("table"), max_length=30)
    title = models.CharField(_("title"), max_length=300)
    asked = models.JSONField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    # Who stood in which cell, packed: later releases are laid beside it. Numbers of records, no names.
    units = models.BinaryField()
    least = models.PositiveSmallIntegerField()
    hidden = models.PositiveIntegerField(_("numbers hidden"))
    note = models.TextField(_("what it is for"), blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("prepared by"))
    by_name = models.CharField(max_length=200)
    on = models.DateField(_("prepared"))
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = pgettext_lazy("release", "release")
        verbose_name_plural = pgettext_lazy("release", "releases")
        ordering = ("-number",)

    @property
    def state(self) -> str:
        """Waiting, released, sent back, withdrawn, recalled."""
        if not hasattr(self, "word"):
            return "waiting"
        if self.word.answer == SecondWord.Answer.RELEASED and hasattr(self, "recall"):
            return "recalled"
        return str(self.word.answer)


class SecondWord(models.Model):
    """What a second person decided on a release; or that who prepared it took it back."""

    class Answer(models.TextChoices):
        RELEASED = "released", pgettext_lazy("release", "released")
        SENT_BACK = "sent_back", pgettext_lazy("release", "sent back")
        WITHDRAWN = "withdrawn", pgettext_lazy("release", "withdrawn")

    release = models.OneToOneField(Release, models.PROTECT, related_name="word")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    why = models.TextField(pgettext_lazy("release", "why"), blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("second word")
        verbose_name_plural = _("second words")


class ReleasedFile(models.Model):
    """A file of a release, to the byte as it left the house."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="files")
    kind = models.CharField(max_length=8)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("file of a release")
        verbose_name_plural = _("files of releases")
        constraints = [models.UniqueConstraint(fields=["release", "kind"], name="release_file_once")]


class Recall(models.Model):
    """A release called back: to be used no more. What was read is not unread, so it still counts for later ones."""

    release = models.OneToOneField(Release, models.PROTECT, related_name="recall")
    why = models.TextField(pgettext_lazy("release", "why"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("release called back")
        verbose_name_plural = _("releases called back")
