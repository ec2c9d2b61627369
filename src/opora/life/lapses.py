"""Corrections begun of records that were taken back meanwhile."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from opora.circumstances.models import LifeChange
from opora.common.lapses import VOIDED, VOIDED_SAID, Lapse, Subject
from opora.correspondence.models import OfficialLetter
from opora.councils.models import Ballot
from opora.goods.models import Issue
from opora.groups.models import Commitment, Guest
from opora.intake.models import ContactRecord, Observation, RiskForm, SourceNote, UrgentAid, Visit
from opora.network.models import NetworkRecord
from opora.papers.models import Consent, Letter, StoredFile
from opora.plans.models import FamilyStep, UnforeseenEvent
from opora.results.models import FailedAssumption, Result
from opora.services.models import Provision
from opora.stays.models import Admission, DutyNote

_RECORDS: dict[str, Any] = {
    "visit": Visit,
    "contact": ContactRecord,
    "mail": ContactRecord,
    "observation": Observation,
    "step": FamilyStep,
    "event": UnforeseenEvent,
    "change": LifeChange,
    "result": Result,
    "assumption": FailedAssumption,
    "service": Provision,
    "network": NetworkRecord,
    "aid": UrgentAid,
    "issue": Issue,
    "consent": Consent,
    "file": StoredFile,
    "letter": Letter,
    "official": OfficialLetter,
    "shift": DutyNote,
    "stay": Admission,
    "guest": Guest,
    "agreement": Commitment,
    "source": SourceNote,
    "risk": RiskForm,
    "ballot": Ballot,
}


def _voided(subjects: Sequence[Subject]) -> list[str]:
    by_source: dict[str, set[str]] = defaultdict(set)
    for one in subjects:
        by_source[one["source"]].add(one["record_id"])
    gone = {
        (source, str(pk))
        for source, numbers in by_source.items()
        if source in _RECORDS
        for pk in _RECORDS[source].every.filter(pk__in=numbers, voided_on__isnull=False).values_list("pk", flat=True)
    }
    return [VOIDED if (one["source"], one["record_id"]) in gone else "" for one in subjects]


LAPSES = (Lapse(("life:mend", "life:void"), _voided, VOIDED_SAID),)
