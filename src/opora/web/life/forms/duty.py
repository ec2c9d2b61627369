"""What the shift of a centre writes of a family that lives there: a note, or an incident with what was done."""

from django.utils.translation import pgettext_lazy

from opora.stays.queries import weights_offered
from opora.web.life.forms.parts import Choices, one_of, words
from opora.web.life.forms.sheet import SheetForm


class DutyForm(SheetForm):
    """What was worth knowing on the shift."""

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What was"), required=True, rows=3)


class IncidentForm(SheetForm):
    """What happened, how serious it was, what was done."""

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["notes"] = words(
            pgettext_lazy("record sheet", "What happened in the centre"), required=True, rows=3
        )
        self.fields["weight"] = one_of(pgettext_lazy("record sheet", "How serious it was"), weights_offered())
        self.fields["measures"] = words(pgettext_lazy("record sheet", "What was done about it"))
