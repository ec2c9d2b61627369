"""Tables of studies: drafts, registered hypotheses, the first look at the data, decisions and their later effects."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class StudyDraft(models.Model):
    """An analysis on its way through the six steps; no outcome is shown before it is registered."""

    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("author"))
    values = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    begun_on = models.DateField(_("begun on"))
    is_done = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("draft of an analysis")
        verbose_name_plural = _("drafts of analyses")
        ordering = ("-pk",)


class Hypothesis(models.Model):
    """A hypothesis as it was registered: the database refuses to change it. A new thought is a new registration."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+", verbose_name=_("program"))
    department = models.ForeignKey("access.Department", models.PROTECT, null=True, related_name="+")
    closed_from = models.DateField(null=True)
    closed_to = models.DateField(null=True)
    parts = ArrayField(models.CharField(max_length=12))
    least = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    # How many cases of the period were closed by then: what was known already may have suggested the hypothesis.
    closed_then = models.PositiveIntegerField()
    registered_by = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("author")
    )
    author_name = models.CharField(max_length=200)
    on = models.DateField(_("registered on"))
    at = models.DateTimeField(auto_now_add=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("registered hypothesis")
        verbose_name_plural = _("registered hypotheses")
        ordering = ("-number",)


class FirstLook(models.Model):
    """When the data were first shown after the registration, and to whom."""

    hypothesis = models.OneToOneField(Hypothesis, models.PROTECT, related_name="look")
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("first look at the data")
        verbose_name_plural = _("first looks at the data")


class Decision(models.Model):
    """What was found, what is changed in the practice for it, since when, and who answers for it (S3-90)."""

    hypothesis = models.ForeignKey(Hypothesis, models.PROTECT, related_name="decisions")
    finding = models.TextField(_("what was found"))
    change = models.TextField(_("what we change"))
    since = models.DateField(_("since"))
    owner = models.CharField(_("who answers for it"), max_length=200)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        verbose_name = _("decision after an analysis")
        verbose_name_plural = _("decisions after analyses")
        ordering = ("-on", "-pk")

    @property
    def effects_told(self) -> "list[DecisionEffect]":
        """What was seen later, the earliest first."""
        return list(self.effects.all())


class DecisionEffect(models.Model):
    """What was seen later of a change of practice."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="effects")
    text = models.TextField(_("what was seen later"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        verbose_name = _("later effect of a decision")
        verbose_name_plural = _("later effects of decisions")
        ordering = ("on", "pk")
