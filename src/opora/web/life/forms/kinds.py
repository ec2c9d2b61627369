"""Which sheet a record is written on."""

from opora.circumstances.rules import KINDS
from opora.web.life.forms.assumption import AssumptionForm
from opora.web.life.forms.change import ChangeForm
from opora.web.life.forms.duty import DutyForm, IncidentForm
from opora.web.life.forms.result import ResultForm
from opora.web.life.forms.service import ServiceForm
from opora.web.life.forms.sheet import SHEETS, SheetForm

OWN: dict[str, type[SheetForm]] = {
    "service": ServiceForm,
    "duty": DutyForm,
    "incident": IncidentForm,
    "result": ResultForm,
    "assumption": AssumptionForm,
}


def sheet_for(kind: str) -> type[SheetForm] | None:
    """The sheet of a kind; a change has one whatever it is that changed. None for kinds that no sheet bears."""
    base, _dash, what = kind.partition("-")
    if kind in OWN:
        return OWN[kind]
    if base != "change":
        return SHEETS.get(kind)
    return ChangeForm if what in KINDS or not what else None
