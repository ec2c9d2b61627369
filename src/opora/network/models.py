"""Tables of the people around a family: who they are, what they are to it, dated maps, talks held with them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import WorkRecord


class NetworkMember(WorkRecord):
    """Somebody around the family who is no client: a grandmother, a neighbor, a school; the name is sealed."""

    class Kind(models.TextChoices):
        RELATIVE = "relative", pgettext_lazy("environment", "relative")
        PARTNER = "partner", pgettext_lazy("environment", "partner")
        FRIEND = "friend", pgettext_lazy("environment", "friend")
        NEIGHBOR = "neighbor", pgettext_lazy("environment", "neighbor")
        COLLEAGUE = "colleague", pgettext_lazy("environment", "colleague")
        SPECIALIST = "specialist", pgettext_lazy("environment", "specialist")
        ORGANIZATION = "organization", pgettext_lazy("environment", "organization")
        OTHER = "other", pgettext_lazy("environment", "somebody else")

    class Sex(models.TextChoices):
        FEMALE = "f", _("female")
        MALE = "m", _("male")
        UNKNOWN = "", _("not stated")

    kind = models.CharField(_("who it is"), max_length=12, choices=Kind.choices)
    name = SealedField(purpose="network.name", words=_("names of people around"), route="route", case="case", null=True)
    note = SealedField(
        purpose="network.note", words=_("words about people around"), route="route", case="case", null=True
    )
    # Somebody of the family itself, who stands on the map too: a father who lives apart.
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices, default=Sex.UNKNOWN, blank=True)
    born_in = models.PositiveSmallIntegerField(_("year of birth"), null=True)
    is_dead = models.BooleanField(_("died"), default=False)
    died_in = models.PositiveSmallIntegerField(_("year of death"), null=True)
    is_expected = models.BooleanField(_("not born yet"), default=False)
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("person around a family")
        verbose_name_plural = _("people around families")
        constraints = [
            WorkRecord.one_place("network_member_place"),
            models.CheckConstraint(
                condition=Q(died_in=None) | Q(born_in=None) | Q(died_in__gte=models.F("born_in")),
                name="network_member_years",
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="network_members_of_path"),
            models.Index(fields=["case"], name="network_members_of_case"),
        ]

    @property
    def name_text(self) -> str:
        """The name, for whoever may read names here."""
        return opened(self, "name")

    @property
    def note_text(self) -> str:
        return opened(self, "note")


class KinLink(WorkRecord):
    """What somebody of the family or around it is to another: parent, partner, brother or sister, twin.

    ``BOND`` is no kinship: it says how two get on with each other, whoever they are.
    """

    class Kind(models.TextChoices):
        PARENT = "parent", pgettext_lazy("kinship", "parent of")
        COUPLE = "couple", pgettext_lazy("kinship", "couple")
        SIBLINGS = "siblings", pgettext_lazy("kinship", "brother or sister")
        TWINS = "twins", pgettext_lazy("kinship", "twins")
        BOND = "bond", pgettext_lazy("kinship", "get on with each other so")

    class State(models.TextChoices):
        """How it is between the two; which of these fit is a matter of the kind (``STATES_OF``)."""

        UNKNOWN = "", pgettext_lazy("couple", "not known")
        MARRIED = "married", pgettext_lazy("couple", "married")
        TOGETHER = "together", pgettext_lazy("couple", "live together")
        SEPARATED = "separated", pgettext_lazy("couple", "separated")
        DIVORCED = "divorced", pgettext_lazy("couple", "divorced")
        ADOPTED = "adopted", pgettext_lazy("parent", "adoptive parent")
        FOSTER = "foster", pgettext_lazy("parent", "foster parent or guardian")
        CLOSE = "close", pgettext_lazy("bond", "close")
        DISTANT = "distant", pgettext_lazy("bond", "distant")
        CONFLICT = "conflict", pgettext_lazy("bond", "in conflict")
        CUT_OFF = "cut_off", pgettext_lazy("bond", "broken off")

    kind = models.CharField(_("kinship"), max_length=8, choices=Kind.choices)
    state = models.CharField(_("how it is"), max_length=10, choices=State.choices, blank=True)
    one_person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    one_member = models.ForeignKey(NetworkMember, models.PROTECT, null=True, related_name="+")
    other_person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    other_member = models.ForeignKey(NetworkMember, models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("kinship")
        verbose_name_plural = _("kinships")
        constraints = [
            WorkRecord.one_place("network_kin_place"),
            models.CheckConstraint(
                condition=(Q(one_person=None) ^ Q(one_member=None)) & (Q(other_person=None) ^ Q(other_member=None)),
                name="network_kin_of_two",
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="network_kin_of_path"),
            models.Index(fields=["case"], name="network_kin_of_case"),
        ]


class NetworkRecord(WorkRecord):
    """What was done with the people around: a social map as it was on a day, or a talk with one of them."""

    class Kind(models.TextChoices):
        MAP = "map", pgettext_lazy("network", "social map")
        MEDIATION = "mediation", pgettext_lazy("network", "talk with the people around")

    kind = models.CharField(_("what"), max_length=9, choices=Kind.choices)
    on = models.DateField(_("day"))
    # With whom a talk was held.
    member = models.ForeignKey(NetworkMember, models.PROTECT, null=True, related_name="+")
    # What was agreed, or what is to be said of a map.
    text = SealedField(
        purpose="network.record", words=_("what was agreed with people around"), route="route", case="case", null=True
    )
    # What comes next, and by which day.
    next_step = SealedField(
        purpose="network.next", words=_("what comes next with people around"), route="route", case="case", null=True
    )
    next_on = models.DateField(_("next by"), null=True)
    # Of a map: when the parent said that it is so.
    confirmed_on = models.DateField(_("confirmed with the parent"), null=True)

    class Meta:
        verbose_name = _("record about the people around a family")
        verbose_name_plural = _("records about the people around families")
        constraints = [
            WorkRecord.one_place("network_record_place"),
            models.CheckConstraint(
                condition=Q(kind="map", member=None) | Q(kind="mediation", confirmed_on=None),
                name="network_record_kinds",
            ),
            models.UniqueConstraint(
                fields=["route", "on"], condition=Q(kind="map", voided_on=None), name="network_map_a_day_of_path"
            ),
            models.UniqueConstraint(
                fields=["case", "on"], condition=Q(kind="map", voided_on=None), name="network_map_a_day_of_case"
            ),
        ]
        indexes = [
            models.Index(fields=["route", "-on"], name="network_records_of_path"),
            models.Index(fields=["case", "-on"], name="network_records_of_case"),
            models.Index(
                fields=["next_on"], condition=Q(voided_on=None, next_on__isnull=False), name="network_records_next"
            ),
        ]

    @property
    def told(self) -> str:
        return opened(self, "text")

    @property
    def next_told(self) -> str:
        return opened(self, "next_step")


class NetworkTie(models.Model):
    """On a map: what ties the family to somebody around it."""

    class Kind(models.TextChoices):
        SUPPORTIVE = "supportive", pgettext_lazy("tie", "supports")
        MIXED = "mixed", pgettext_lazy("tie", "supports and burdens")
        STRESSFUL = "stressful", pgettext_lazy("tie", "burdens")
        BROKEN = "broken", pgettext_lazy("tie", "broken off")

    class Direction(models.TextChoices):
        BOTH = "both", pgettext_lazy("tie", "both ways")
        TO_FAMILY = "to_family", pgettext_lazy("tie", "to the family")
        FROM_FAMILY = "from_family", pgettext_lazy("tie", "from the family")

    record = models.ForeignKey(NetworkRecord, models.CASCADE, related_name="ties")
    member = models.ForeignKey(NetworkMember, models.PROTECT, related_name="+")
    kind = models.CharField(_("tie"), max_length=10, choices=Kind.choices)
    strength = models.PositiveSmallIntegerField(_("strength"), default=2)
    direction = models.CharField(_("direction"), max_length=11, choices=Direction.choices, default=Direction.BOTH)
    agreed = SealedField(
        purpose="network.tie",
        words=_("agreed ways with people around"),
        route="record__route",
        case="record__case",
        null=True,
    )

    class Meta:
        verbose_name = _("tie of a family")
        verbose_name_plural = _("ties of families")
        constraints = [
            models.UniqueConstraint(fields=["record", "member"], name="network_tie_once"),
            models.CheckConstraint(condition=Q(strength__range=(1, 3)), name="network_tie_strength"),
        ]

    @property
    def agreed_text(self) -> str:
        return opened(self, "agreed")


class OutsideNeed(WorkRecord):
    """What the family needs, whether it must ask an outside organization for it, and which one helps (S0-45, S0-47).

    The organizations named here are the circle of partners around the family.
    """

    class Outside(models.TextChoices):
        YES = "yes", pgettext_lazy("outside help", "yes, an outside organization is needed")
        NO = "no", pgettext_lazy("outside help", "no, we manage ourselves")
        UNKNOWN = "", pgettext_lazy("outside help", "not clear yet")

    class Result(models.TextChoices):
        OPEN = "", pgettext_lazy("outside help", "still needed")
        OBTAINED = "obtained", pgettext_lazy("outside help", "help came")
        REFUSED = "refused", pgettext_lazy("outside help", "refused")
        NEEDLESS = "needless", pgettext_lazy("outside help", "not needed any more")

    text = SealedField(
        purpose="network.need", words=_("what families need from outside"), route="route", case="case", null=True
    )
    outside = models.CharField(_("help from outside"), max_length=3, choices=Outside.choices, blank=True)
    partner = models.ForeignKey(
        "partners.Partner", models.PROTECT, null=True, related_name="+", verbose_name=_("organization")
    )
    # Whom one asks for there: the name is a person's, so it lies sealed.
    contact = SealedField(
        purpose="network.contact", words=_("contact persons of families"), route="route", case="case", null=True
    )
    on = models.DateField(_("day"))
    result = models.CharField(_("what came of it"), max_length=9, choices=Result.choices, blank=True)
    ended_on = models.DateField(_("settled"), null=True)

    class Meta:
        verbose_name = _("need of help from outside")
        verbose_name_plural = _("needs of help from outside")
        constraints = [
            WorkRecord.one_place("network_need_place"),
            models.CheckConstraint(
                condition=Q(result="", ended_on=None) | (~Q(result="") & Q(ended_on__isnull=False)),
                name="network_need_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="network_needs_of_path"),
            models.Index(fields=["case"], name="network_needs_of_case"),
        ]

    @property
    def said(self) -> str:
        return opened(self, "text")

    @property
    def contact_text(self) -> str:
        return opened(self, "contact")
