"""What happened on the path: steps, votes, councils, papers, referrals."""

from django.db.models import (
    Q,
)
from django.db.models.functions import Coalesce, TruncDate

from opora.councils.models import Ballot, Conference
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, rows_of
from opora.papers.models import Letter, Notice, StoredFile
from opora.partners.models import OnwardReferral
from opora.process.models import RouteStep


def moves(scope: Scope) -> Rows:
    """Steps of the path, without those that only carried it to another version of the process."""
    is_carried = Q(action="", is_override=False) & ~Q(from_stage="")
    found = RouteStep.objects.filter(scope.of_routes(), number__gt=1).exclude(is_carried)
    return rows_of(
        found,
        "move",
        by="by_id",
        moment="at",
        text="reason",
        more="fields",
        action="action",
        to="to_stage",
        decisions="decisions",
        version="version_id",
        sha="version__sha256",
    )


def ballots(scope: Scope) -> Rows:
    """Votes that are over; what was decided stays, and is not taken back here."""
    found = Ballot.every.filter(scope.of_routes(), closed_on__isnull=False)
    return rows_of(
        found,
        "ballot",
        on="closed_on",
        by="closed_by_id",
        moment="closed_at",
        voided="voided_on",
        result="result",
        signed="closed_on",
    )


def conferences(scope: Scope) -> Rows:
    found = Conference.objects.filter(scope.of_routes())
    return rows_of(found, "conference", by="by_id", text="remarks", decision="decision")


def letters(scope: Scope) -> Rows:
    found = Letter.every.filter(scope.of_routes())
    return rows_of(
        found,
        "letter",
        on=Coalesce("signed_on", "written_on"),
        by="by_id",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        number="number",
        signed="signed_on",
    )


def files_taken_back(scope: Scope) -> Rows:
    """Copies and photographs attached by mistake; those that stand are seen with their papers and records."""
    found = StoredFile.every.filter(scope.records, voided_on__isnull=False)
    return rows_of(
        found,
        "file",
        by="by_id",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        version="route__version_id",
        sha="route__version__sha256",
    )


def notices(scope: Scope) -> Rows:
    found = Notice.objects.filter(scope.of_routes())
    return rows_of(
        found,
        "notice",
        on=TruncDate("sent_at"),
        by="by_id",
        moment="sent_at",
        addressee="addressee",
        due="answer_due_on",
        answered="answered_on",
    )


def onward(scope: Scope) -> Rows:
    found = OnwardReferral.objects.filter(scope.of_routes())
    return rows_of(found, "onward", on="handed_on", by="by_id", partner="partner__name", outcome="outcome")
