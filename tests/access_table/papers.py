"""What the addresses of papers need: a copy, a consent, a letter, a notice and a history of the case's path."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from opora.access.rules import SYSTEM
from opora.papers import actions
from opora.papers.models import DestructionAct, DestructionTimer
from opora.process.models import Route


def papers_of(route: Route, *, parent_id: int, child_id: int, words: str, on: date) -> dict[str, int]:
    """Papers by which the pages are opened; `words` stand in every sealed text."""
    path: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk}
    content = b"%PDF-1.4\n" + words.encode() + b"\n%%EOF\n"
    stored = actions.add_file(**path, kind="contract", name=f"{words}.pdf", data=content, on=on)
    consent = actions.record_consent(**path, person_id=parent_id, purpose="sharing", scope=words, on=on)
    letter = actions.write_letter(**path, kind="support", person_id=parent_id, on=on)
    notice = actions.send_notice(
        **path,
        addressee="guardianship",
        recipient=words,
        text=words,
        sent_at=datetime.combine(on, datetime.min.time(), ZoneInfo("Europe/Moscow")),
        on=on,
    )
    history = actions.pass_on_history(
        **path, child_id=child_id, recipient=words, basis="consent", sections={"habits": words}, on=on
    )
    # Records of a destruction without its deeds: the pages of the case must stay full.
    term = DestructionTimer.objects.create(
        route=route, person_id=parent_id, purpose="processing", started_on=on, due_on=on
    )
    act = DestructionAct.objects.create(
        number="0/2026", route=route, family_id=route.family_id or 0, on=on, reason=words
    )
    return {
        "term_id": term.pk,
        "act_id": act.pk,
        "file_id": stored.pk,
        "consent_id": consent.pk,
        "letter_id": letter.pk,
        "notice_id": notice.pk,
        "history_id": history.pk,
    }
