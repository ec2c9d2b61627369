"""Tables of intake: signals, contacts, urgent help, first visits, risks and the report for the vote."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class Channel(models.Model):
    """A way by which people turn to us: a shipped one renamed or put away, or one of the organization's own."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("channel of signals")
        verbose_name_plural = _("channels of signals")
        ordering = ("id",)


class Referral(models.Model):
    """A signal that a family may need help: the beginning of its path. It keeps no name in the open."""

    class Source(models.TextChoices):
        SELF = "self", pgettext_lazy("source", "the person herself or himself")
        RELATIVE = "relative", pgettext_lazy("source", "a relative")
        NEIGHBOUR = "neighbour", pgettext_lazy("source", "a neighbor or acquaintance")
        ORGANISATION = "organisation", pgettext_lazy("source", "an organization")
        MEDIA = "media", pgettext_lazy("source", "the media")
        OTHER = "other", pgettext_lazy("source", "somebody else")
        UNKNOWN = "unknown", pgettext_lazy("source", "not told")

    class Urgency(models.TextChoices):
        TODAY = "today", pgettext_lazy("urgency", "today")
        DAYS = "days", pgettext_lazy("urgency", "in the next days")
        CALM = "calm", pgettext_lazy("urgency", "not urgent")

    class Risk(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("children", "not known")
        NO = "no", pgettext_lazy("children", "no")
        YES = "yes", pgettext_lazy("children", "yes, there is a risk")

    class Outcome(models.TextChoices):
        UNDECIDED = "", _("undecided")
        REFER = "refer", _("referred")
        INFORM = "inform", _("informed")
        HELP = "help", _("urgent help")
        VISIT = "visit", _("visit to the family")
        OUTSIDE = "outside", _("outside the criteria")
        WORK = "work", _("taken into work")

    route = models.OneToOneField("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    received_at = models.DateTimeField(_("received"))
    channel = models.SlugField(_("channel"), max_length=40)
    source = models.CharField(_("who turned to us"), max_length=14, choices=Source.choices)
    is_anonymous = models.BooleanField(_("anonymous"), default=False)
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency.choices)
    children_count = models.PositiveSmallIntegerField(_("children"), null=True)
    child_risk = models.CharField(_("children at risk"), max_length=4, choices=Risk.choices, blank=True)
    told = SealedField(
        purpose="intake.referral", words=_("stories and contacts of signals"), route="route", empty={}, null=True
    )
    answer_by = models.DateField(_("to be decided by"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(_("decided"), null=True)
    registered_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        indexes = [
            models.Index(fields=["answer_by", "id"], condition=Q(outcome=""), name="intake_undecided"),
            models.Index(fields=["received_at"], name="intake_received"),
        ]


class SignalMark(models.Model):
    """The blind words of what was told with a signal: found by whoever types such a word, readable by nobody."""

    referral = models.OneToOneField(Referral, models.CASCADE, primary_key=True, related_name="mark")
    tokens = ArrayField(models.BinaryField(max_length=16))
    version = models.PositiveSmallIntegerField(default=0, db_index=True)

    class Meta:
        verbose_name = _("search mark of a signal")
        verbose_name_plural = _("search marks of signals")
        indexes = [GinIndex(fields=["tokens"], name="intake_signal_search")]


class ContactRecord(WorkRecord):
    """A consultation or an attempt to reach the family: when, how, with whom, with what result (S4-06, S0-03)."""

    class Kind(models.TextChoices):
        PHONE = "phone", pgettext_lazy("contact", "by telephone")
        SITE = "site", pgettext_lazy("contact", "through the website")
        MESSENGER = "messenger", pgettext_lazy("contact", "by messenger")
        IN_PERSON = "in_person", pgettext_lazy("contact", "in person")
        VISIT_ATTEMPT = "visit_attempt", pgettext_lazy("contact", "attempt of a visit")
        INTERVIEW = "interview", pgettext_lazy("contact", "interview")
        LETTER = "letter", pgettext_lazy("contact", "letter")

    class Party(models.TextChoices):
        MOTHER = "mother", pgettext_lazy("contact", "the mother")
        FATHER = "father", pgettext_lazy("contact", "the father")
        CHILD = "child", pgettext_lazy("contact", "a child")
        RELATIVE = "relative", pgettext_lazy("contact", "a relative")
        ORGANISATION = "organisation", pgettext_lazy("contact", "an organization")
        OTHER = "other", pgettext_lazy("contact", "somebody else")

    class Result(models.TextChoices):
        REACHED = "reached", pgettext_lazy("contact", "reached")
        NOT_REACHED = "not_reached", pgettext_lazy("contact", "not reached")
        AGREED = "agreed", pgettext_lazy("contact", "agreed to meet or to work with us")
        REFUSED = "refused", pgettext_lazy("contact", "refused")
        SENT = "sent", pgettext_lazy("contact", "sent")

    class Topic(models.TextChoices):
        NONE = "", pgettext_lazy("topic", "not stated")
        HOUSING = "housing", pgettext_lazy("topic", "a place to live")
        THINGS = "things", pgettext_lazy("topic", "food, clothes, things")
        MONEY = "money", pgettext_lazy("topic", "money and benefits")
        LAW = "law", pgettext_lazy("topic", "rights and papers")
        HEALTH = "health", pgettext_lazy("topic", "health")
        CARE = "care", pgettext_lazy("topic", "care and upbringing of a child")
        VIOLENCE = "violence", pgettext_lazy("topic", "violence")
        RELATIONS = "relations", pgettext_lazy("topic", "relations in the family")
        ABANDONMENT = "abandonment", pgettext_lazy("topic", "thought of giving the child up")
        OTHER = "other", pgettext_lazy("topic", "something else")

    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True)
    kind = models.CharField(_("how"), max_length=14, choices=Kind.choices)
    topic = models.CharField(_("topic"), max_length=12, choices=Topic.choices, blank=True)
    party = models.CharField(_("with whom"), max_length=14, choices=Party.choices)
    result = models.CharField(_("result"), max_length=12, choices=Result.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    # Whom exactly: a teacher, an office; sealed, for it may be a name.
    whom = SealedField(purpose="intake.whom", words=_("whom contacts were with"), route="route", case="case", null=True)
    people = models.ManyToManyField("families.Person", related_name="+", verbose_name=_("people of the family"))
    notes = SealedField(purpose="intake.contact", words=_("notes of contacts"), route="route", case="case", null=True)
    # Of a letter: by when an answer is expected, and when it came.
    answer_due_on = models.DateField(_("answer expected by"), null=True)
    answered_on = models.DateField(_("answered"), null=True)

    class Meta:
        verbose_name = _("contact with a family")
        verbose_name_plural = _("contacts with families")
        constraints = [WorkRecord.one_place("intake_contact_place")]
        indexes = [
            models.Index(fields=["route", "-on"], name="intake_contacts"),
            models.Index(
                fields=["answer_due_on"],
                condition=Q(answered_on=None, answer_due_on__isnull=False),
                name="intake_contact_answer",
            ),
        ]


class UrgentAid(WorkRecord):
    """Help given at once, with an act; it needs no case and no contract (S3-13)."""

    given_on = models.DateField(_("given"))
    act_number = models.CharField(_("number of the act"), max_length=20)
    remark = SealedField(purpose="intake.aid", words=_("remarks on urgent help"), route="route", case="case", null=True)
    # An act is never wiped out: one with a number of its own takes it back, and neither counts.
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name = _("urgent help")
        verbose_name_plural = _("urgent help given")
        constraints = [
            models.UniqueConstraint(fields=["act_number"], name="intake_act_once"),
            WorkRecord.one_place("intake_aid_place"),
        ]
        indexes = [models.Index(fields=["given_on"], name="intake_aid_given")]


class AidItem(models.Model):
    """One line of an act: what was given and how much."""

    class Kind(models.TextChoices):
        FOOD = "food", pgettext_lazy("aid", "food")
        DIAPERS = "diapers", pgettext_lazy("aid", "diapers")
        FORMULA = "formula", pgettext_lazy("aid", "baby formula")
        CERTIFICATE = "certificate", pgettext_lazy("aid", "certificate for goods")
        HYGIENE = "hygiene", pgettext_lazy("aid", "hygiene goods")
        CLOTHES = "clothes", pgettext_lazy("aid", "clothes and shoes")
        MONEY = "money", pgettext_lazy("aid", "money")
        OTHER = "other", pgettext_lazy("aid", "something else")

    aid = models.ForeignKey(UrgentAid, models.CASCADE, related_name="items")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)

    class Meta:
        verbose_name = _("line of an act of help")
        verbose_name_plural = _("lines of acts of help")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["aid", "kind"], name="intake_aid_kind_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="intake_aid_quantity"),
        ]


class Visit(WorkRecord):
    """A visit to the family: planned, held, reported, and the report approved (S4-05, D-12)."""

    class Safety(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("visit", "could not be assessed")
        SAFE = "safe", pgettext_lazy("visit", "the children are safe")
        CONCERN = "concern", pgettext_lazy("visit", "there are concerns")
        DANGER = "danger", pgettext_lazy("visit", "danger for life or health")

    class NotHeld(models.TextChoices):
        NO = "", pgettext_lazy("visit", "planned or held")
        CANCELLED = "cancelled", pgettext_lazy("visit", "cancelled")
        MISSED = "missed", pgettext_lazy("visit", "the family was not there")

    planned_on = models.DateField(_("planned for"))
    at = models.TimeField(_("time"), null=True)
    # People who go: kept with the visit, as they were at the time.
    visitor_ids = models.JSONField(default=list)
    held_on = models.DateField(_("held"), null=True)
    not_held = models.CharField(_("did not happen"), max_length=10, choices=NotHeld.choices, blank=True)
    # Adults of the family who were seen; what is known of each child stands in its own row.
    adults = models.ManyToManyField("families.Person", related_name="+", verbose_name=_("adults seen"))
    safety = models.CharField(_("safety"), max_length=8, choices=Safety.choices, blank=True)
    report = SealedField(
        purpose="intake.visit", words=_("reports of visits"), route="route", case="case", empty={}, null=True
    )
    approved_on = models.DateField(_("report approved"), null=True)
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("visit to a family")
        verbose_name_plural = _("visits to families")
        constraints = [
            WorkRecord.one_place("intake_visit_place"),
            models.CheckConstraint(condition=Q(not_held="") | Q(held_on=None), name="intake_visit_held_or_not"),
        ]
        indexes = [
            models.Index(fields=["route", "-planned_on"], name="intake_visits"),
            models.Index(
                fields=["planned_on"],
                condition=Q(held_on=None, not_held="", voided_on=None),
                name="intake_visits_ahead",
            ),
        ]


class VisitedChild(models.Model):
    """A child at a visit: seen or not, and in what condition. Without a person while the child has no code."""

    class Condition(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("visit", "could not be assessed")
        GOOD = "good", pgettext_lazy("visit", "well cared for")
        CONCERN = "concern", pgettext_lazy("visit", "causes concern")
        DANGER = "danger", pgettext_lazy("visit", "help is needed at once")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="children")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    was_seen = models.BooleanField(_("seen"))
    condition = models.CharField(_("condition"), max_length=8, choices=Condition.choices, blank=True)

    class Meta:
        verbose_name = _("child at a visit")
        verbose_name_plural = _("children at visits")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["visit", "number"], name="intake_visited_once")]


class SourceNote(WorkRecord):
    """What somebody told about the family, of what kind and on which ground; the words are sealed (S4-07)."""

    class Kind(models.TextChoices):
        FAMILY = "family", pgettext_lazy("source of information", "the family itself")
        SCHOOL = "school", pgettext_lazy("source of information", "kindergarten or school")
        CLINIC = "clinic", pgettext_lazy("source of information", "clinic or hospital")
        GUARDIANSHIP = "guardianship", pgettext_lazy("source of information", "guardianship authority")
        RELATIVES = "relatives", pgettext_lazy("source of information", "relatives")
        NEIGHBOURS = "neighbours", pgettext_lazy("source of information", "neighbors or acquaintances")
        OTHER = "other", pgettext_lazy("source of information", "another source")

    class Basis(models.TextChoices):
        OWN = "", pgettext_lazy("ground", "told by the family itself")
        CONSENT = "consent", pgettext_lazy("ground", "consent of the family")
        REQUEST = "request", pgettext_lazy("ground", "answer to our official request")
        LAW = "law", pgettext_lazy("ground", "duty by law: danger to a child")
        UNASKED = "unasked", pgettext_lazy("ground", "told unasked, on the source’s own initiative")

    on = models.DateField(_("day"))
    kind = models.CharField(_("source"), max_length=14, choices=Kind.choices)
    basis = models.CharField(_("ground"), max_length=8, choices=Basis.choices, blank=True)
    told = SealedField(
        purpose="intake.source", words=_("information from sources"), route="route", case="case", empty={}
    )

    class Meta:
        verbose_name = _("information from a source")
        verbose_name_plural = _("information from sources")
        constraints = [
            models.CheckConstraint(condition=~Q(basis="") | Q(kind="family"), name="intake_source_has_a_ground"),
            WorkRecord.one_place("intake_source_place"),
        ]
        indexes = [models.Index(fields=["route", "-on"], name="intake_sources")]


class RiskForm(models.Model):
    """The form of risks and resources as somebody filled it in on a day (DOC5)."""

    class Level(models.TextChoices):
        LOW = "low", pgettext_lazy("risk", "low")
        MEDIUM = "medium", pgettext_lazy("risk", "medium")
        HIGH = "high", pgettext_lazy("risk", "high")
        CRITICAL = "critical", pgettext_lazy("risk", "critical")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    on = models.DateField(_("day"))
    risks = models.JSONField(default=dict)
    resources = models.JSONField(default=dict)
    proposed = models.CharField(max_length=8, choices=Level.choices, blank=True)
    level = models.CharField(_("overall risk"), max_length=8, choices=Level.choices, blank=True)
    needs = SealedField(purpose="intake.needs", words=_("needs in forms of risks"), route="route", null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("form of risks and resources")
        verbose_name_plural = _("forms of risks and resources")
        indexes = [models.Index(fields=["route", "-id"], name="intake_risk_forms")]


class AnalyticReport(models.Model):
    """The report put before the vote; from the vote on it does not change (DOC3, D-13)."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    text = SealedField(purpose="intake.report", words=_("analytic reports"), route="route", empty={})
    revision = models.PositiveIntegerField(default=0)
    written_on = models.DateField(_("written"))
    frozen_on = models.DateField(_("given to the vote"), null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("analytic report")
        verbose_name_plural = _("analytic reports")
        constraints = [
            models.UniqueConstraint(fields=["route"], condition=Q(frozen_on=None), name="intake_one_draft_report")
        ]


class Observation(WorkRecord):
    """What a colleague noticed about the family on a day: no talk, no visit, only seen; the words are sealed."""

    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True)
    is_worry = models.BooleanField(_("worries about a child"), default=False)
    text = SealedField(purpose="intake.observation", words=_("observations"), route="route", case="case")

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        constraints = [WorkRecord.one_place("intake_observation_place")]
        indexes = [models.Index(fields=["route", "-on"], name="intake_observations")]
