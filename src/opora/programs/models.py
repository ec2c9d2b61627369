"""Tables of programs: published practice versions, and which departments carry a program."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PracticeVersion(models.Model):
    """A practice pack as it was published; the database refuses to change it."""

    code = models.SlugField(_("code"), max_length=60)
    number = models.PositiveIntegerField(_("version"))
    sha256 = models.CharField(max_length=64)
    content = models.JSONField()
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("practice version")
        verbose_name_plural = _("practice versions")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="programs_practice_once")]


class Program(models.Model):
    """What the organization offers families, with its own outcome table (never pooled silently, Q-12)."""

    class Layout(models.TextChoices):
        SUPPORT = "support", _("support")
        SHELTER = "shelter", _("crisis centre")

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200, unique=True)
    layout = models.CharField(_("outcome table"), max_length=10, choices=Layout.choices)
    practice = models.ForeignKey(PracticeVersion, models.PROTECT, null=True, related_name="programs")
    instrument_code = models.SlugField(_("assessment form"), max_length=60, default="efo")
    # Chosen by the organization itself, not by a practice folder.
    has_own_form = models.BooleanField(default=False)
    # After so many calendar months an open case is assessed anew (S4-18, Q-09).
    review_months = models.PositiveSmallIntegerField(_("months between assessments"), default=3)
    # Words of this practice: {"case_manager": "куратор"}; the same role has other names elsewhere.
    labels = models.JSONField(default=dict)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class ProgramDepartment(models.Model):
    """A department that carries a program."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="departments")
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("department of a program")
        verbose_name_plural = _("departments of a program")
        constraints = [models.UniqueConstraint(fields=["program", "department"], name="programs_department_once")]
