"""What is typed of an own field: what it asks, and what is answered to it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import ROLES
from opora.common.bilingual import Text
from opora.common.language import said
from opora.details.queries import About
from opora.details.rules import Answer, chosen_said
from opora.details.rules.answers import LONGEST
from opora.fields.rules import YES_NO, Kind, OwnField
from opora.programs.role_words import role_word
from opora.web.fields.words import ABOUTS, KINDS
from opora.web.shell.forms import SeenForm, offer, text_area
from opora.web.shell.widgets import DayField

ENGLISH = _("The same in English")


def _line(label: Any, *, longest: int, required: bool = True, **more: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=longest, required=required, widget=widget, **more)


class FieldForm(SeenForm):
    """What a field asks. Of whom and of what kind is asked once, of a new field."""

    about = forms.ChoiceField(label=_("Of whom it is asked"), choices=list(ABOUTS.items()), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What is answered"), choices=list(KINDS.items()))
    title_ru = _line(pgettext_lazy("own field", "What is asked"), longest=80)
    title_en = _line(ENGLISH, longest=80, required=False)
    help_ru = _line(_("Help under the question"), longest=300, required=False)
    help_en = _line(ENGLISH, longest=300, required=False)
    choices_ru = text_area(
        _("Answers to choose from"),
        rows=5,
        required=False,
        help_text=_("Each on its own line, only for a choice. An answer taken out stays readable where it was given."),
    )
    choices_en = text_area(
        ENGLISH,
        rows=3,
        required=False,
        help_text=_("In the same order, each on its own line; an empty line where there is none."),
        strip=False,
    )
    roles = forms.MultipleChoiceField(
        label=_("Who may see it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nobody chosen: everybody who sees the family."),
    )

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "roles", [(role, role_word(None, role)) for role in ROLES])
        if not is_new:
            del self.fields["about"], self.fields["kind"]

    def words(self) -> dict[str, Any]:
        """The parts as the room takes them."""
        given = self.cleaned_data
        russian = [line for line in _lines(given["choices_ru"]) if line]
        english = [*_lines(given["choices_en"]), *[""] * len(russian)]
        return {
            "title": Text(given["title_ru"].strip(), given["title_en"].strip()),
            "help_": Text(given["help_ru"].strip(), given["help_en"].strip()),
            "titles": [Text(ru, en) for ru, en in zip(russian, english, strict=False)],
            "roles": given["roles"],
        }


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines()]


def field_initial(field: OwnField) -> dict[str, Any]:
    """What the form of a known field begins with."""
    return {
        "title_ru": field.title.ru,
        "title_en": field.title.en,
        "help_ru": field.help.ru,
        "help_en": field.help.en,
        "choices_ru": "\n".join(one.title.ru for one in field.offered),
        "choices_en": "\n".join(one.title.en for one in field.offered).rstrip(),
        "roles": sorted(field.roles),
    }


class AnswersForm(SeenForm):
    """Every own field of a family on one page; what is left empty is not known."""

    def __init__(
        self,
        *args: Any,
        subjects: Sequence[tuple[About, Sequence[OwnField]]],
        held: Mapping[tuple[str, int], Answer],
        names: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.groups: list[tuple[str, list[str]]] = []
        self._asked: dict[str, tuple[About, OwnField]] = {}
        for about, fields in subjects:
            named = []
            for field in fields:
                name = f"{about.key}-{field.id}"
                answer = held.get((about.key, field.id))
                self.fields[name] = _asks(field, answer)
                self.initial.setdefault(name, _begins(answer, field))
                self._asked[name] = (about, field)
                named.append(name)
            self.groups.append((names.get(about.key, ""), named))

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions by whom they ask about."""
        return [(title, [self[name] for name in names]) for title, names in self.groups]

    def typed(self) -> dict[tuple[str, int], Answer]:
        """The answers as the room takes them."""
        return {
            (about.key, field.id): _answered(field, self.cleaned_data.get(name))
            for name, (about, field) in self._asked.items()
        }


def _asks(field: OwnField, answer: Answer) -> forms.Field:
    shared: dict[str, Any] = {
        "label": said(field.title),
        "required": False,
        "help_text": said(field.help) if field.help else "",
    }
    match field.kind:
        case Kind.TEXT:
            widget = forms.Textarea(attrs={"rows": 2})
            return forms.CharField(max_length=LONGEST, widget=widget, **shared)
        case Kind.NUMBER:
            return forms.DecimalField(max_digits=13, decimal_places=2, localize=True, **shared)
        case Kind.DAY:
            return DayField(**shared)
    codes = YES_NO if field.kind is Kind.YES_NO else tuple(one.code for one in field.offered)
    kept = answer if isinstance(answer, tuple) else ()
    offered = [(code, said(chosen_said(field, (code,))[0])) for code in dict.fromkeys((*codes, *kept))]
    if field.kind is Kind.SEVERAL:
        return forms.MultipleChoiceField(choices=offered, widget=forms.CheckboxSelectMultiple, **shared)
    return forms.ChoiceField(choices=[("", "—"), *offered], **shared)


def _begins(answer: Answer, field: OwnField) -> Any:
    if isinstance(answer, tuple) and field.kind is not Kind.SEVERAL:
        return answer[0]
    return list(answer) if isinstance(answer, tuple) else answer


def _answered(field: OwnField, typed: Any) -> Answer:
    if typed in (None, "", []):
        return None
    if field.kind is Kind.SEVERAL:
        return tuple(one.code for one in field.choices if one.code in typed)
    if field.kind in (Kind.CHOICE, Kind.YES_NO):
        return (str(typed),)
    if isinstance(typed, Decimal):
        return typed.quantize(Decimal("0.01"))
    return typed.strip() if isinstance(typed, str) else typed
