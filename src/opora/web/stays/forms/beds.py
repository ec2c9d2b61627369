"""Where each of a family sleeps, asked person by person."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.stays.queries import BedOffered
from opora.stays.rules import Berth

ABSENT, SHARED, EXTRA = "", "shared", "extra"


class BedsForm(forms.Form):
    """One field for each person: a free bed, with the mother, an extra place, or not here at all."""

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[int, str]],
        beds: Sequence[BedOffered],
        proposed: Mapping[int, str] | None = None,
        must_come: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        rooms: dict[str, list[tuple[str, Any]]] = {}
        for bed in beds:
            words = _("cot %(name)s") if bed.is_cot else _("bed %(name)s")
            rooms.setdefault(bed.room, []).append((str(bed.id), f"{bed.room}, {words % {'name': bed.name}}"))
        ways: list[tuple[Any, Any]] = [] if must_come else [(ABSENT, _("does not move in"))]
        ways += [
            *rooms.items(),
            (SHARED, _("sleeps with the mother, needs no bed")),
            (EXTRA, _("extra place above the number of beds")),
        ]
        for person_id, label in people:
            self.fields[f"bed_{person_id}"] = forms.ChoiceField(
                label=label, choices=ways, required=must_come, initial=(proposed or {}).get(person_id, ABSENT)
            )
        self.fields["over_capacity"] = forms.CharField(
            label=_("Why above the number of beds"),
            required=False,
            max_length=500,
            help_text=_("Only if somebody gets an extra place."),
        )

    def berths(self) -> list[Berth]:
        """Who sleeps where, as it was typed."""
        found = []
        for person_id, _label in self.people:
            way = self.cleaned_data.get(f"bed_{person_id}", ABSENT)
            if way == ABSENT:
                continue
            bed_id = int(way) if way not in {SHARED, EXTRA} else None
            found.append(Berth(person_id, bed_id, is_extra=way == EXTRA))
        return found

    @property
    def places(self) -> dict[str, str]:
        """Where a sentence about the people as a whole stands: at the first of them."""
        return {"people": f"bed_{self.people[0][0]}"} if self.people else {}
