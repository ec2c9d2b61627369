"""A service that was given, or to which nobody came: which one, for whom, who gave it, two lines."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import pgettext_lazy

from opora.services.words import FORMATS, PLACES, PROVIDERS, STATES
from opora.web.life.forms.parts import Choices, one_of, people, select, words
from opora.web.life.forms.sheet import SheetForm
from opora.web.shell.colleagues import ColleagueField

_PLANNED = pgettext_lazy("record sheet", "In the plan")
_AS_USUAL = ("", pgettext_lazy("record sheet", "as in the catalogue"))


class ServiceForm(SheetForm):
    """What is planned stands first; how, where and by which partner is folded, for it is nearly always the same."""

    folded: ClassVar[tuple[str, ...]] = ("where", "format", "provider", "partner_id")

    def build(self, colleagues: Choices, members: Choices) -> None:
        offer = self.services
        groups = [(str(_PLANNED), offer.planned), *offer.groups] if offer and offer.planned else offer and offer.groups
        self.fields["service_id"] = forms.TypedChoiceField(
            label=pgettext_lazy("record sheet", "Which service"),
            choices=[("", pgettext_lazy("record sheet", "choose")), *(groups or ())],
            coerce=int,
            empty_value=None,
        )
        self.fields["state"] = one_of(pgettext_lazy("record sheet", "What came of it"), STATES, required=False)
        self.fields["state"].initial = "held"
        if members:
            self.fields["people_ids"] = people(pgettext_lazy("record sheet", "For whom"), members)
        self.fields["worker_id"] = ColleagueField(
            pgettext_lazy("record sheet", "Who gave it"),
            colleagues,
            is_short=True,
            empty=pgettext_lazy("record sheet", "nobody of us"),
            required=False,
        )
        self.fields["minutes"] = forms.IntegerField(
            label=pgettext_lazy("record sheet", "How many minutes"),
            required=False,
            min_value=1,
            max_value=44640,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What was done"))
        self.fields["where"] = select(pgettext_lazy("record sheet", "Where"), [("", "—"), *PLACES])
        self.fields["format"] = select(pgettext_lazy("record sheet", "How"), [_AS_USUAL, *FORMATS])
        self.fields["provider"] = select(pgettext_lazy("record sheet", "Whose service"), [_AS_USUAL, *PROVIDERS])
        if offer and offer.partners:
            self.fields["partner_id"] = forms.TypedChoiceField(
                label=pgettext_lazy("record sheet", "Partner"),
                choices=[("", "—"), *offer.partners],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["state"] = typed.get("state") or "held"
        return typed
