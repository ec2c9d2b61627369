"""Tables of families: people under codes, their locked identity, dated roles and children's placements."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Family(models.Model):
    """The unit of work: people who are helped together."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    # The family this one turned out to be: nothing points here any more.
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, db_index=False, related_name="+")

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")
        indexes = [
            models.Index(
                fields=["merged_into"], condition=Q(merged_into__isnull=False), name="families_families_merged"
            )
        ]


class Person(models.Model):
    """Somebody in a family, known by a code (И3); everything that names the person is ciphertext."""

    class Sex(models.TextChoices):
        FEMALE = "f", _("female")
        MALE = "m", _("male")
        UNKNOWN = "", _("not stated")

    code_letter = models.CharField(max_length=1)
    code_number = models.PositiveIntegerField()
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices, default=Sex.UNKNOWN, blank=True)
    identity = models.BinaryField(null=True)
    # Grows by one with each change of the identity, so that two people editing at once are told apart.
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    # The person this one turned out to be: the code stays known as another name of that one, and is not given again.
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, db_index=False, related_name="+")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(fields=["code_letter", "code_number"], name="families_code_once"),
        ]
        indexes = [
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="families_people_merged")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return f"{self.code_letter}{self.code_number}"

    @property
    def known_code(self) -> str:
        """The code the person goes by now: of a record brought together with another one, that one's."""
        return (self.merged_into or self).code


class PersonKey(models.Model):
    """The person's data key, wrapped by the installation key; destroying this row erases the identity for good."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="key")
    wrapped = models.BinaryField(max_length=80)
    key_id = models.CharField(max_length=16)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("data key")
        verbose_name_plural = _("data keys")


class SearchIndex(models.Model):
    """The blind words of a person's identity: found by whoever types such a word, readable by nobody."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="search")
    tokens = ArrayField(models.BinaryField(max_length=16))
    # The months (year * 12 + month) in which cases of the person's families were opened. The database itself keeps
    # them (migration 0002 of cases), so that a common name is looked for among the newest cases first.
    months = ArrayField(models.IntegerField(), default=list)
    # By which version of the rule the words were made: after an upgrade older marks are made anew.
    version = models.PositiveSmallIntegerField(default=0, db_index=True)

    class Meta:
        verbose_name = _("search mark")
        verbose_name_plural = _("search marks")
        indexes = [GinIndex(fields=["tokens", "months"], name="families_search")]


class FamilyMember(models.Model):
    """A person's role in a family, from one day to another; to be a child is such a role and no trait of a person."""

    class Role(models.TextChoices):
        MOTHER = "mother", _("mother")
        FATHER = "father", _("father")
        CAREGIVER = "caregiver", _("parent")
        GUARDIAN = "guardian", _("guardian")
        RELATIVE = "relative", _("relative")
        CHILD = "child", _("child")
        OTHER = "other", _("other")

    class Ended(models.TextChoices):
        GROWN = "grown", pgettext_lazy("member", "grew up")
        MOVED = "moved", pgettext_lazy("member", "left the family")
        DIED = "died", pgettext_lazy("member", "died")
        UNBORN = "unborn", pgettext_lazy("member", "was not born")
        MISTAKE = "mistake", pgettext_lazy("member", "entered by mistake")

    family = models.ForeignKey(Family, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    from_on = models.DateField(_("from"), null=True)
    to_on = models.DateField(_("to"), null=True)
    # Why the role ended; empty while it holds, and where only the day was told.
    ended = models.CharField(_("why it ended"), max_length=8, choices=Ended.choices, blank=True, default="")
    # False: the day is the one on which we learned of it.
    is_day_known = models.BooleanField(default=True)
    # A child not born yet; the month in which it is expected, as its first day.
    is_expected = models.BooleanField(default=False)
    expected_in = models.DateField(null=True)

    class Meta:
        verbose_name = _("family member")
        verbose_name_plural = _("family members")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(from_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="families_member_dates",
            ),
            models.CheckConstraint(
                condition=Q(ended="") | Q(to_on__isnull=False), name="families_member_ended_on_a_day"
            ),
            models.UniqueConstraint(
                fields=["family", "person"], condition=Q(to_on__isnull=True), name="families_member_once"
            ),
        ]


class Placement(models.Model):
    """Where a child lives from a day on; the next placement ends it (X-18)."""

    class Kind(models.TextChoices):
        OWN_FAMILY = "own_family", _("own family")
        RELATIVES = "relatives", _("relatives")
        INSTITUTION = "institution", _("institution")
        FOSTER_FAMILY = "foster_family", _("foster family")
        HOSPITAL = "hospital", _("hospital")
        OTHER = "other", _("other place")
        UNKNOWN = "unknown", _("not known")

    child = models.ForeignKey(Person, models.PROTECT, related_name="placements")
    kind = models.CharField(_("placement"), max_length=14, choices=Kind.choices)
    from_on = models.DateField(_("from"))
    recorded_at = models.DateTimeField(auto_now_add=True)
    # A correction voids the old line and writes a new one; nothing is overwritten.
    voided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ("from_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["child", "from_on"],
                condition=Q(voided_at__isnull=True),
                name="families_placement_once",
            )
        ]


class CodeCounter(models.Model):
    """The last number given out under a letter; parents and children share it, no number comes twice (S3-80)."""

    letter = models.CharField(max_length=1, primary_key=True)
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("code counter")
        verbose_name_plural = _("code counters")


class Merge(models.Model):
    """Two records brought together: what moved, what was taken away, and the way back.

    Two records of one person, perhaps with their families; or two families alone, with nobody in common.
    """

    class Reason(models.TextChoices):
        TWICE = "twice", pgettext_lazy("merge", "the person was entered twice")
        NAME = "name", pgettext_lazy("merge", "the name was written differently")
        OTHER_FAMILY = "other_family", pgettext_lazy("merge", "the person was known from another family")
        FAMILY_TWICE = "family_twice", pgettext_lazy("merge", "the family was entered twice")
        FAMILY_JOINED = "family_joined", pgettext_lazy("merge", "the two families live as one")
        OTHER = "other", pgettext_lazy("merge", "another reason")

    kept = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    gone = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    kept_family = models.ForeignKey(Family, models.PROTECT, null=True, related_name="+")
    gone_family = models.ForeignKey(Family, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=14, choices=Reason.choices)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # [model, field, ids] of the rows that pointed at the one that went; rows taken away as they were.
    moved = models.JSONField(default=list)
    taken = models.JSONField(default=list)
    case_ids = models.JSONField(default=list)
    # The kept person's identity as it was, sealed with the person's own key; and the revision it has since.
    former_identity = models.BinaryField(null=True)
    former_sex = models.CharField(max_length=1, blank=True)
    revision = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ("-id",)
        indexes = [models.Index(fields=["kept"], condition=Q(undone_at=None), name="families_merges")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kept__isnull=False, gone__isnull=False)
                | Q(kept=None, gone=None, kept_family__isnull=False, gone_family__isnull=False),
                name="families_merge_of_two",
            )
        ]

    @property
    def people(self) -> tuple[Person, Person]:
        """The record that stays and the one that went; of two families there are none."""
        if self.kept is None or self.gone is None:
            raise ValueError("families were brought together, not people")
        return self.kept, self.gone
