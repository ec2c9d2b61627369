"""One row of facts per case, rewritten whenever the case or an assessment changes, and the tallies of the closed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class ToldByClosing(models.Model):
    """What forms and looks back tell of one closing, whether it stands or was undone."""

    # How long the case stood closed before it was opened again: no time of work.
    days_away = models.IntegerField(default=0)
    follow_up_due_on = models.DateField(null=True)
    entry_id = models.BigIntegerField(null=True)
    exit_id = models.BigIntegerField(null=True)
    entry = models.SmallIntegerField(null=True)
    exit = models.SmallIntegerField(null=True)
    change = models.SmallIntegerField(null=True)
    entry_sections = models.SmallIntegerField(null=True)
    exit_sections = models.SmallIntegerField(null=True)
    solved = models.SmallIntegerField(null=True)
    children = models.SmallIntegerField(default=0)
    children_kept = models.SmallIntegerField(default=0)
    children_known = models.SmallIntegerField(default=0)
    # Six months after the exit, of those told of at the follow-up.
    children_known_later = models.SmallIntegerField(default=0)
    children_kept_later = models.SmallIntegerField(default=0)
    # Counted apart from all others: nobody expects such a family's weak sides to fall (S4-39, Q-14).
    is_palliative = models.BooleanField(default=False)

    class Meta:
        abstract = True


class ChildAtClosing(models.Model):
    """What a closing tells of one child: what became of it then, and where it lived at the look back."""

    closed_on = models.DateField()
    what = models.CharField(max_length=8)
    home = models.CharField(max_length=14, blank=True)
    later_on = models.DateField(null=True)
    later_home = models.CharField(max_length=14, blank=True)

    class Meta:
        abstract = True


class CaseFact(ToldByClosing):
    """Everything the outcome table and the statistics need to know about one case (sql/refresh_facts.sql)."""

    case = models.OneToOneField("cases.Case", models.CASCADE, primary_key=True, related_name="+")
    program = models.ForeignKey("programs.Program", models.CASCADE, db_index=False, related_name="+")
    department = models.ForeignKey("access.Department", models.CASCADE, db_index=False, related_name="+")
    number = models.CharField(max_length=40)
    # The number's pattern, its spelling, and its place in the series: «0/0лд», «0/0 лд», 2021000000026.
    number_series = models.CharField(max_length=40, default="")
    number_shape = models.CharField(max_length=40, default="")
    number_order = models.BigIntegerField(null=True)
    parent_code = models.CharField(max_length=12)
    child_codes = ArrayField(models.CharField(max_length=12), default=list)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    extended_to = models.DateField(null=True)
    followed_up_on = models.DateField(null=True)
    entry_by_section = ArrayField(models.SmallIntegerField(), null=True)
    exit_by_section = ArrayField(models.SmallIntegerField(), null=True)
    entry_complete = models.FloatField(null=True)  # rated / applicable, 0..1
    exit_complete = models.FloatField(null=True)
    change_both = models.SmallIntegerField(null=True)
    rated_both = models.SmallIntegerField(null=True)
    new = models.SmallIntegerField(null=True)
    has_items = models.BooleanField(default=False)
    assessor_known = models.BooleanField(default=False)
    follow_up_score = models.SmallIntegerField(null=True)
    children_with_relatives = models.SmallIntegerField(default=0)
    # Who was no child of the family any more on the day of closing: come of age, left, died.
    children_grown = models.SmallIntegerField(default=0)
    children_gone = models.SmallIntegerField(default=0)
    children_died = models.SmallIntegerField(default=0)
    # Of an open case: when its next assessment is due (S4-18).
    review_due_on = models.DateField(null=True)
    refreshed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("case fact")
        verbose_name_plural = _("case facts")
        indexes = [
            # Rows of a program are shown in the order in which the cases were entered or imported.
            models.Index(
                fields=["program", "case"],
                include=["closed_on", "department"],
                condition=Q(closed_on__isnull=False, is_palliative=False),
                name="evidence_table",
            ),
            models.Index(fields=["program", "closed_on"], name="evidence_by_closing"),
            models.Index(fields=["department", "closed_on"], name="evidence_by_department"),
            # These two answer from the index alone what would otherwise read and sort every row.
            models.Index(
                fields=["program", "entry", "exit"],
                include=["closed_on", "department"],
                condition=Q(closed_on__isnull=False, is_palliative=False),
                name="evidence_scores",
            ),
            models.Index(
                fields=["program", "department", "number_series", "number_order", "opened_on", "case"],
                include=["closed_on", "number_shape"],
                condition=Q(closed_on__isnull=False, is_palliative=False),
                name="evidence_numbers",
            ),
            models.Index(
                fields=["program", "closed_on"],
                condition=Q(closed_on__isnull=False, is_palliative=True),
                name="evidence_palliative",
            ),
            models.Index(
                fields=["review_due_on", "case"],
                condition=Q(closed_on__isnull=True, review_due_on__isnull=False),
                name="evidence_reviews",
            ),
            # Figures of a few days look at what stands on these days alone.
            models.Index(fields=["closed_on"], name="evidence_closed_by_day"),
            models.Index(fields=["follow_up_due_on"], name="evidence_looks_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(children_kept__gte=0)
                & Q(children_kept__lte=F("children_known"))
                & Q(children_known__lte=F("children")),
                name="evidence_children_kept_are_known",
            ),
            models.CheckConstraint(
                condition=Q(children_kept_later__gte=0) & Q(children_kept_later__lte=F("children_known_later")),
                name="evidence_children_kept_later_are_known",
            ),
        ]


class ChildFact(ChildAtClosing):
    """What one closed case tells of one child; people are told apart by these rows (cases.rules.children_then)."""

    case = models.ForeignKey("cases.Case", models.CASCADE, db_index=False, related_name="+")
    # A number and no key: a fact is computed from what is recorded and never keeps a person from anything.
    person_id = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("child of a closed case")
        verbose_name_plural = _("children of closed cases")
        constraints = [models.UniqueConstraint(fields=["case", "person_id"], name="evidence_child_once")]
        indexes = [models.Index(fields=["closed_on"], name="evidence_children_by_day")]


class FormerFact(ToldByClosing):
    """What a closing told that was undone: as of a day before the case was opened again, it stood closed.

    Kept beside `CaseFact`, whose rows are told of the case as it is now (sql/former_facts.sql).
    """

    closing = models.OneToOneField("cases.Closing", models.CASCADE, primary_key=True, related_name="+")
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    closed_on = models.DateField()
    opened_again_on = models.DateField()
    follow_up_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("fact of an earlier closing")
        verbose_name_plural = _("facts of earlier closings")
        # Most days asked for are today or later than any opening anew: then nothing of these is read.
        indexes = [models.Index(fields=["opened_again_on"], name="evidence_opened_again")]


class FormerChild(ChildAtClosing):
    """What a closing that was undone told of one child, as `ChildFact` does of the closing that stands."""

    closing = models.ForeignKey("cases.Closing", models.CASCADE, db_index=False, related_name="+")
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    person_id = models.BigIntegerField()
    opened_again_on = models.DateField()

    class Meta:
        verbose_name = _("child of an earlier closing")
        verbose_name_plural = _("children of earlier closings")
        constraints = [models.UniqueConstraint(fields=["closing", "person_id"], name="evidence_former_child_once")]
        indexes = [models.Index(fields=["opened_again_on"], name="evidence_children_again")]


class ChildClosings(models.Model):
    """How many closed cases name a child: of most there is one, and those need not be looked for twice.

    Kept as a ledger: who closes a second case of a child at the same moment waits for the first and then adds to it.
    """

    person_id = models.BigIntegerField(primary_key=True)
    closings = models.SmallIntegerField()

    class Meta:
        verbose_name = _("closings that name a child")
        verbose_name_plural = _("closings that name children")
        indexes = [
            models.Index(fields=["person_id"], condition=Q(closings__gt=1), name="evidence_children_twice"),
        ]


class MonthTally(models.Model):
    """The closed cases of one month, program and department, counted as often as one of them changes.

    The outcome page adds these up instead of walking through every case. `data` is written and read by
    `queries.monthly` alone.
    """

    program = models.ForeignKey("programs.Program", models.CASCADE, related_name="+")
    department = models.ForeignKey("access.Department", models.CASCADE, related_name="+")
    month = models.DateField()
    data = models.JSONField(default=dict)
    # Tells one count of a month from the next: what was computed beside it holds as long as this stays.
    counted_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("month of closings")
        verbose_name_plural = _("months of closings")
        constraints = [models.UniqueConstraint(fields=["program", "department", "month"], name="evidence_month_once")]


class ItemHelp(models.Model):
    """In how many closed cases of a program an item was solved where a service had been given; counted at night.

    Only figures with enough families behind them are kept (`rules.depth_help.FEW`), so that the plan may show them.
    """

    program = models.ForeignKey("programs.Program", models.CASCADE, related_name="+")
    item = models.CharField(max_length=8)
    service = models.ForeignKey("catalogue.Service", models.CASCADE, related_name="+")
    solved = models.PositiveIntegerField()
    given = models.PositiveIntegerField()
    low = models.FloatField()
    high = models.FloatField()
    # The same where the service had not been given, and what may be said of both, all comparisons held against each
    # other (``rules.depth_help.Beside``).
    others_solved = models.PositiveIntegerField(default=0)
    others = models.PositiveIntegerField(default=0)
    beside = models.CharField(max_length=8, default="few")
    counted_on = models.DateField()

    class Meta:
        verbose_name = _("services beside a solved item")
        verbose_name_plural = _("services beside solved items")
        constraints = [models.UniqueConstraint(fields=["program", "item", "service"], name="evidence_item_help_once")]
