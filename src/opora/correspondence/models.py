"""Tables of correspondence: letters out and in, whom they name, remembered cases, agreements, joint meetings."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Voidable, WorkRecord


class OfficialLetter(WorkRecord):
    """A letter to or from an office: its number, its answer, what came of it; about a family or about none (S0-44)."""

    class Direction(models.TextChoices):
        OUT = "out", pgettext_lazy("official letter", "outgoing")
        IN = "in", pgettext_lazy("official letter", "incoming")

    class Kind(models.TextChoices):
        REQUEST = "request", pgettext_lazy("official letter", "request")
        PETITION = "petition", pgettext_lazy("official letter", "petition")
        CERTIFICATE = "certificate", pgettext_lazy("official letter", "certificate")
        VOUCHER = "voucher", pgettext_lazy("official letter", "request for a kindergarten place")
        INFORMATION = "information", pgettext_lazy("official letter", "information for an authority")
        LETTER = "letter", pgettext_lazy("official letter", "letter")
        ANSWER = "answer", pgettext_lazy("official letter", "answer")

    class AskedBy(models.TextChoices):
        STAFF = "staff", pgettext_lazy("asked by", "we for the family")
        JOINTLY = "jointly", pgettext_lazy("asked by", "together with the parent")
        PARENT = "parent", pgettext_lazy("asked by", "the parent alone")

    class Basis(models.TextChoices):
        CONSENT = "consent", pgettext_lazy("letter basis", "consent of the family to sharing")
        LAW = "law", pgettext_lazy("letter basis", "duty by law")
        REQUEST = "request", pgettext_lazy("letter basis", "request of an authority")

    class Result(models.TextChoices):
        GRANTED = "granted", pgettext_lazy("letter result", "granted")
        PART = "part", pgettext_lazy("letter result", "granted in part")
        REFUSED = "refused", pgettext_lazy("letter result", "refused")
        NO_ANSWER = "no_answer", pgettext_lazy("letter result", "no answer came")
        REPLIED = "replied", pgettext_lazy("letter result", "we answered")

    direction = models.CharField(_("direction"), max_length=3, choices=Direction.choices)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    # Ours, of the year; empty while the letter is being prepared.
    number = models.CharField(_("number"), max_length=20, blank=True)
    # Of a letter in: the number and the day its sender gave it.
    their_number = models.CharField(_("number of the sender"), max_length=60, blank=True)
    their_on = models.DateField(_("day of the sender"), null=True)
    partner = models.ForeignKey("partners.Partner", models.PROTECT, related_name="+", verbose_name=_("to or from whom"))
    # {"post": …, "name": …}: who receives it there.
    addressee = SealedField(
        purpose="correspondence.addressee",
        words=_("addressees of letters"),
        route="route",
        case="case",
        empty={},
        null=True,
    )
    subject = SealedField(
        purpose="correspondence.subject", words=_("subjects of letters"), route="route", case="case", null=True
    )
    text = SealedField(
        purpose="correspondence.text", words=_("texts of letters"), route="route", case="case", null=True
    )
    on = models.DateField(_("day"))
    asked_by = models.CharField(_("who asked"), max_length=8, choices=AskedBy.choices, blank=True)
    basis = models.CharField(_("ground of telling"), max_length=8, choices=Basis.choices, blank=True)
    answer_due_on = models.DateField(_("answer expected by"), null=True)
    sent_on = models.DateField(_("sent"), null=True)
    approved_on = models.DateField(_("approved"), null=True)
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    result = models.CharField(_("result"), max_length=10, choices=Result.choices, blank=True)
    # The day on which the result was known.
    closed_on = models.DateField(_("result known on"), null=True)
    # Of a letter in: the letter out that it answers.
    answers = models.ForeignKey("self", models.PROTECT, null=True, related_name="came")
    template = models.ForeignKey("papers.LetterTemplate", models.PROTECT, null=True, related_name="+")
    file = models.OneToOneField("papers.StoredFile", models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("official letter")
        verbose_name_plural = _("official letters")
        ordering = ("-on", "-id")
        constraints = [
            # About one family, on its path or on its case, or about none.
            models.CheckConstraint(condition=Q(route=None) | Q(case=None), name="correspondence_letter_place"),
            models.UniqueConstraint(
                fields=["direction", "number"], condition=~Q(number=""), name="correspondence_number_once"
            ),
            models.CheckConstraint(
                condition=Q(answer_due_on=None) | Q(answer_due_on__gte=F("on")), name="correspondence_letter_days"
            ),
            models.CheckConstraint(
                condition=Q(result="", closed_on=None) | (~Q(result="") & Q(closed_on__isnull=False)),
                name="correspondence_result_with_day",
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="correspondence_route"),
            models.Index(fields=["case"], name="correspondence_case"),
            models.Index(fields=["-on", "-id"], name="correspondence_journal"),
            models.Index(fields=["partner", "-on"], name="correspondence_partner"),
            models.Index(
                fields=["answer_due_on"],
                condition=Q(direction="out", result="", sent_on__isnull=False, voided_on=None),
                name="correspondence_awaited",
            ),
        ]

    @property
    def subject_text(self) -> str:
        """What the letter is about, for whoever sees it."""
        return str(opened(self, "subject"))

    @property
    def is_prepared(self) -> bool:
        """Whether it has no number yet and may still be changed freely."""
        return not self.number

    @property
    def awaits_answer(self) -> bool:
        """Whether somebody waits for its answer."""
        is_open = self.sent_on is not None and not self.result and not self.voided_on
        asks = self.answer_due_on is not None or self.kind in ASKING
        return self.direction == self.Direction.OUT and is_open and asks

    @property
    def waits_until(self) -> date | None:
        """The day by which an answer to it, or ours, is waited for."""
        return self.answer_due_on if self.awaits_answer or self.is_owed else None

    def is_late(self, on: date) -> bool:
        """Whether its answer, or ours to it, should have come by now."""
        return self.waits_until is not None and self.waits_until < on

    @property
    def is_owed(self) -> bool:
        """Whether an office waits for our answer to it."""
        is_open = not self.result and not self.voided_on
        return self.direction == self.Direction.IN and is_open and self.answer_due_on is not None


# These ask for something; a certificate or a piece of information is answered only where somebody set a day for it.
ASKING = (OfficialLetter.Kind.REQUEST, OfficialLetter.Kind.PETITION, OfficialLetter.Kind.VOUCHER)
AWAITED = Q(direction="out", result="", sent_on__isnull=False) & (Q(answer_due_on__isnull=False) | Q(kind__in=ASKING))
# A letter in that waits for ours.
OWED = Q(direction="in", result="", answer_due_on__isnull=False)


class LetterPerson(models.Model):
    """Somebody of the family whom a letter names, for what reason, and with which details beside the name."""

    class Reason(models.TextChoices):
        ABOUT = "about", pgettext_lazy("named for", "the letter is about this person")
        CHILD = "child", pgettext_lazy("named for", "a child whose rights it touches")
        GUARDIAN = "guardian", pgettext_lazy("named for", "the child’s legal representative")
        FOUND = "found", pgettext_lazy("named for", "by this person the office finds the family")

    letter = models.ForeignKey(OfficialLetter, models.CASCADE, related_name="people")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    reason = models.CharField(_("why named"), max_length=8, choices=Reason.choices)
    # Of birth_date, address, phone, documents.
    details = models.JSONField(_("details told"), default=list)

    class Meta:
        verbose_name = _("person named in a letter")
        verbose_name_plural = _("people named in letters")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["letter", "person"], name="correspondence_person_once")]


class RememberedCases(models.Model):
    """How somebody corrected the cases of a name or a post: found again by a blind mark of it, sealed."""

    mark = models.BinaryField(unique=True)
    # Of a family's name: where it was corrected, so that it goes with the family's words.
    route = models.ForeignKey("process.Route", models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    forms = SealedField(
        purpose="correspondence.cases", words=_("cases of names"), route="route", case="case", whole=True
    )
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("remembered cases of a name")
        verbose_name_plural = _("remembered cases of names")


class Agreement(Voidable):
    """An agreement with an authority or a partner: its number, its days, what it is about, its file (S2-36, D-16)."""

    partner = models.ForeignKey("partners.Partner", models.PROTECT, related_name="+", verbose_name=_("with whom"))
    number = models.CharField(_("number"), max_length=60, blank=True)
    signed_on = models.DateField(_("day of signing"))
    # Empty: it holds until somebody ends it.
    until_on = models.DateField(_("holds until"), null=True)
    ended_on = models.DateField(_("ended early"), null=True)
    scope = models.CharField(_("about what"), max_length=500)
    file = models.OneToOneField("papers.StoredFile", models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("-signed_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(until_on=None) | Q(until_on__gte=F("signed_on")))
                & (Q(ended_on=None) | Q(ended_on__gte=F("signed_on"))),
                name="correspondence_agreement_days",
            )
        ]
        indexes = [
            models.Index(
                fields=["until_on"],
                condition=Q(until_on__isnull=False, ended_on=None, voided_on=None),
                name="correspondence_ending",
            )
        ]


class JointMeeting(Voidable):
    """A meeting with authorities and partners, about no single family: who was there, what came of it (S2-44)."""

    on = models.DateField(_("day"))
    partners = models.ManyToManyField("partners.Partner", related_name="+", verbose_name=_("with whom"))
    topic = models.CharField(_("topic"), max_length=300)
    # Who was there and what was agreed: names of officials may stand in them.
    present = SealedField(purpose="correspondence.present", words=_("who was at meetings"), null=True)
    results = SealedField(purpose="correspondence.results", words=_("results of meetings"), null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("joint meeting")
        verbose_name_plural = _("joint meetings")
        ordering = ("-on", "-id")
