"""What a path began with, on the page of its family: who turned to us, what was told, who else told it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opora.intake import actions as intake
from opora.intake.queries import AlikeSignal, alike_signals, channel_words
from opora.intake.queries.joined import JoinedSignal, joined_with
from opora.intake.words import SITE
from opora.organization.queries import consent_text
from opora.web.family_page.due import Due, due_said
from opora.web.family_page.subject import Subject


@dataclass(frozen=True, slots=True)
class SignalCard:
    """A signal with what was told; `due` is the day by which it is decided on, None once it is."""

    record: Any
    told: Mapping[str, str]
    channel: str
    is_from_site: bool
    consent: str
    due: Due | None
    alike: Sequence[AlikeSignal]
    joined: Sequence[JoinedSignal] = ()


def signal_of(subject: Subject, *, is_asked: bool) -> SignalCard | None:
    """The signal while there is no case; later only when somebody asks for it. A look is a line in the journal."""
    if subject.route is None or (subject.case is not None and not is_asked):
        return None
    signal, told = intake.read_signal(actor=subject.actor, route=subject.route)
    if signal is None:
        return None
    return SignalCard(
        record=signal,
        told=told,
        channel=channel_words().get(signal.channel, signal.channel),
        is_from_site=signal.channel == SITE,
        consent=consent_text(int(told["consent"])) if told.get("consent") else "",
        due=None if signal.outcome else due_said(signal.answer_by, subject.on),
        alike=alike_signals(actor=subject.actor, told=told, but=signal.pk) if subject.may_work else (),
        joined=joined_with(actor=subject.actor, referral=signal) if subject.may_work else (),
    )
