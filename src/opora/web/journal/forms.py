"""What lines of the journal a reader asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.access.queries import list_people
from opora.access.rules import Actor
from opora.audit.queries import Filters
from opora.audit.sentences import sentence, verbs
from opora.cases.queries.by_number import ids_of_number
from opora.web.journal.signs import AREAS
from opora.web.shell.colleagues import ColleagueField
from opora.web.shell.forms import offer
from opora.web.shell.period_form import DaysForm


class JournalFilters(DaysForm):
    """The filters above the journal; all of them may be left empty."""

    what = forms.ChoiceField(label=_("What"), required=False)
    number = forms.CharField(
        label=_("Case number"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "size": 14, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        people = [*list_people(actor=actor), *list_people(actor=actor, former=True)]
        named = [(person.id, person.name) for person in people]
        self.fields["who"] = ColleagueField(_("Who"), named, is_short=True, empty=_("everybody"), required=False)
        self.order_fields(("who", "what"))
        offer(self, "what", [("", _("everything")), *verbs_by_area()])

    def asked(self) -> Filters:
        """The filters as the journal understands them; a number that no case has finds nothing."""
        found = self.cleaned_data if self.is_valid() else {}
        number = found.get("number", "")
        return Filters(
            actor_id=found.get("who"),
            verb=found.get("what", ""),
            from_on=found.get("from_on"),
            to_on=found.get("to_on"),
            case_ids=ids_of_number(actor=self.actor, number=number, ability="journal.read") if number else None,
        )


def verbs_by_area() -> list[tuple[Any, list[tuple[str, str]]]]:
    """Every verb of the journal under the room it belongs to, with its sentence."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for verb in verbs():
        grouped.setdefault(verb.partition(".")[0], []).append((verb, sentence(verb, {})))
    return [(AREAS.get(room, room), grouped[room]) for room in sorted(grouped, key=_place)]


def _place(room: str) -> int:
    return list(AREAS).index(room) if room in AREAS else len(AREAS)
