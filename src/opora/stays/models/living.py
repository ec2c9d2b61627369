"""Everyday life in the centre: the routine of a family's day, and the household skills its adults learn."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Amended


class RoutineSlot(Amended):
    """A part of the family's day, by the ages of its children (S0-38)."""

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="slots")
    at = models.TimeField(_("from"))
    until = models.TimeField(_("until"), null=True)
    what = SealedField(purpose="stays.routine", words=_("daily routines"), case="admission__case")

    class Meta:
        verbose_name = _("part of the daily routine")
        verbose_name_plural = _("parts of the daily routine")
        ordering = ("at", "id")

    @property
    def what_text(self) -> str:
        """What is done then."""
        return opened(self, "what")


class RoutineMark(Amended):
    """How a family kept to its routine on a day (S0-40)."""

    class Mark(models.TextChoices):
        KEPT = "kept", pgettext_lazy("routine", "kept")
        PARTLY = "partly", pgettext_lazy("routine", "partly")
        NOT = "not", pgettext_lazy("routine", "not kept")

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="marks")
    on = models.DateField(_("day"))
    mark = models.CharField(max_length=6, choices=Mark.choices)
    note = SealedField(purpose="stays.mark", words=_("notes on the routine"), case="admission__case", null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    # Not known of marks made before they could be taken back.
    recorded_at = models.DateTimeField(auto_now_add=True, null=True)

    class Meta:
        verbose_name = _("mark of the routine")
        verbose_name_plural = _("marks of the routine")
        ordering = ("-on",)
        constraints = [models.UniqueConstraint(fields=["admission", "on"], name="stays_mark_once")]

    @property
    def note_text(self) -> str:
        """What is worth knowing of the day."""
        return opened(self, "note")


class SkillLine(Amended):
    """A household skill somebody learns here: planned for a day, with who teaches it (S0-39)."""

    class Skill(models.TextChoices):
        COOKING = "cooking", pgettext_lazy("skill", "cooking")
        BABY_FOOD = "baby_food", pgettext_lazy("skill", "food for a baby")
        CLEANING = "cleaning", pgettext_lazy("skill", "cleaning")
        LAUNDRY = "laundry", pgettext_lazy("skill", "laundry")
        CHILD_CARE = "child_care", pgettext_lazy("skill", "care for a child")
        SELF_CARE = "self_care", pgettext_lazy("skill", "care for oneself")
        BUDGET = "budget", pgettext_lazy("skill", "household money")
        SHOPPING = "shopping", pgettext_lazy("skill", "shopping")
        OTHER = "other", pgettext_lazy("skill", "another skill")

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="skills")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    skill = models.CharField(_("skill"), max_length=10, choices=Skill.choices)
    planned_on = models.DateField(_("planned"), null=True)
    held_on = models.DateField(_("taught"), null=True)
    trainer = SealedField(purpose="stays.trainer", words=_("who taught skills"), case="admission__case", null=True)

    class Meta:
        verbose_name = _("skill to learn")
        verbose_name_plural = _("skills to learn")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["admission", "person", "skill"], name="stays_skill_once")]

    @property
    def trainer_text(self) -> str:
        """Who teaches it."""
        return opened(self, "trainer")


class SkillLevel(Amended):
    """How well somebody masters a skill on coming, on leaving, and at the look back half a year later (S0-41…43)."""

    class Point(models.TextChoices):
        ENTRY = "entry", pgettext_lazy("skill", "on coming")
        EXIT = "exit", pgettext_lazy("skill", "on leaving")
        FOLLOW_UP = "follow_up", pgettext_lazy("skill", "after six months")

    class Level(models.IntegerChoices):
        NONE = 0, pgettext_lazy("skill", "cannot yet")
        WITH_HELP = 1, pgettext_lazy("skill", "with help")
        PROMPTED = 2, pgettext_lazy("skill", "when reminded")
        ALONE = 3, pgettext_lazy("skill", "by oneself")

    line = models.ForeignKey(SkillLine, models.CASCADE, related_name="levels")
    point = models.CharField(max_length=10, choices=Point.choices)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True, null=True)

    class Meta:
        verbose_name = _("level of a skill")
        verbose_name_plural = _("levels of skills")
        constraints = [models.UniqueConstraint(fields=["line", "point"], name="stays_level_once")]
