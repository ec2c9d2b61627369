"""An analysis on its way, and one that was registered, looked at and followed by a decision."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM
from opora.studies import actions
from opora.studies.rules.hypothesis import OF_STEP, SLOTS, STEPS


def analysis_of(program_id: int, *, on: date) -> dict[str, int]:
    """Their ids, by what the addresses ask for."""
    said: dict[str, Any] = {**dict.fromkeys(SLOTS, "Сопровождение помогает"), "question": "Становится ли легче?"}
    said |= {"program": str(program_id), "parts": ["wellbeing", "children"], "indicators": ["IND-30"]}
    draft, going_on = (actions.begin(actor=SYSTEM, on=on) for _time in range(2))
    for step in STEPS:
        values = {name: said.get(name) for name in OF_STEP[step]}
        actions.keep_step(actor=SYSTEM, draft_id=draft.pk, step=step, values=values)
    made = actions.register(actor=SYSTEM, draft_id=draft.pk, on=on)
    actions.open_data(actor=SYSTEM, hypothesis_id=made.pk, on=on)
    decision = actions.decide(
        actor=SYSTEM, hypothesis_id=made.pk, finding="Нет выходных форм", change="Заполнять сразу", since=on,
        owner="Координатор", on=on,
    )  # fmt: skip
    return {"analysis_id": going_on.pk, "hypothesis_id": made.pk, "decision_id": decision.pk}
