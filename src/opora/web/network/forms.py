"""The forms about the people around a family."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.network.queries import choices
from opora.web.shell.forms import PastDayField, by_number, search_line, text_area, whole_number
from opora.web.shell.widgets import DayField, Segmented

Choices = Sequence[tuple[Any, Any]]


def _one_of(label: Any, found: Choices, *, required: bool = True, initial: str | None = None) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(found), required=required, initial=initial, widget=forms.RadioSelect
    )


def _called(label: Any, **more: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=120, widget=widget, **more)


def _year(label: Any) -> forms.IntegerField:
    return whole_number(label, required=False, min_value=1880, max_value=2100)


def _parenthood() -> forms.ChoiceField:
    return _one_of(_("Of parent and child: how"), choices.PARENTHOODS, required=False, initial="")


class MemberForm(forms.Form):
    """Who it is, and what ties the family to him or her: one page, one saving."""

    use_required_attribute = False
    folded = ("person_id", "direction", "note", "on")

    def __init__(self, *args: Any, people: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = _called(_("Name, or what one calls him or her"), required=False)
        self.fields["kind"] = forms.ChoiceField(
            label=pgettext_lazy("environment", "Who it is"), choices=[("", _("Choose")), *choices.MEMBERS]
        )
        if people:
            self.fields["person_id"] = by_number(
                _("Somebody of the family itself"), people, ("", _("no, somebody else")), required=False
            )
        self.fields["tie"] = _one_of(
            _("What ties the family to him or her"),
            [*choices.TIES, ("", _("Nothing is known of it yet"))],
            required=False,
            initial="",
        )
        self.fields["strength"] = forms.TypedChoiceField(
            label=_("How strong the tie is"),
            choices=choices.STRENGTHS,
            coerce=int,
            required=False,
            initial=2,
            widget=Segmented,
        )
        self.fields["direction"] = _one_of(
            _("Which way help or strain goes"), choices.DIRECTIONS, required=False, initial="both"
        )
        self.fields["agreed"] = text_area(_("How the family agreed to deal with him or her"), required=False, rows=2)
        self.fields["note"] = text_area(_("Remark"), required=False, rows=2)
        self.fields["on"] = PastDayField(label=_("On the map of"))

    def shown(self) -> list[forms.BoundField]:
        """What is asked at once."""
        return [field for field in self if field.name not in self.folded]

    def hidden_away(self) -> list[forms.BoundField]:
        """What is seldom another than it stands there; unfolded where something is wrong with it."""
        return [self[name] for name in self.folded if name in self.fields]

    @property
    def is_unfolded(self) -> bool:
        return any(field.errors for field in self.hidden_away())


class RelativeForm(forms.Form):
    """A missing relative of somebody in the genogram."""

    use_required_attribute = False

    def __init__(self, *args: Any, nodes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["relation"] = _one_of(_("Add"), choices.RELATIONS)
        self.fields["of"] = forms.ChoiceField(label=_("Of whom"), choices=list(nodes))
        self.fields["name"] = _called(_("Name, or what one calls him or her"))
        self.fields["sex"] = _one_of(_("Sex"), choices.SEXES, required=False, initial="")
        self.fields["born_in"] = _year(_("Year of birth"))
        self.fields["is_dead"] = forms.BooleanField(label=_("Has died"), required=False)
        self.fields["died_in"] = _year(_("Year of death"))
        self.fields["parenthood"] = _parenthood()
        self.fields["state"] = _one_of(_("Of a couple: how it is"), choices.STATES, required=False, initial="")


class KinForm(forms.Form):
    """What two of the genogram are to each other."""

    use_required_attribute = False

    def __init__(self, *args: Any, nodes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["one"] = forms.ChoiceField(label=pgettext_lazy("kinship", "Who"), choices=list(nodes))
        self.fields["kind"] = _one_of(pgettext_lazy("kinship", "is"), choices.KINSHIPS)
        self.fields["other"] = forms.ChoiceField(label=pgettext_lazy("kinship", "To whom"), choices=list(nodes))
        self.fields["parenthood"] = _parenthood()
        self.fields["state"] = _one_of(_("Of a couple: how it is"), choices.STATES, required=False, initial="")


class BondForm(forms.Form):
    """How two of the genogram get on with each other."""

    use_required_attribute = False

    def __init__(self, *args: Any, nodes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = [("", _("Choose")), *nodes]
        self.fields["one"] = forms.ChoiceField(label=pgettext_lazy("bond", "Who"), choices=everybody)
        self.fields["other"] = forms.ChoiceField(label=pgettext_lazy("bond", "With whom"), choices=everybody)
        self.fields["state"] = _one_of(_("How they get on with each other"), choices.BONDS)


class TalkForm(forms.Form):
    """With whom of the environment, what was agreed, what comes next."""

    use_required_attribute = False

    def __init__(self, *args: Any, members: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=pgettext_lazy("mediation", "When"))
        self.fields["member_id"] = forms.TypedChoiceField(
            label=pgettext_lazy("mediation", "With whom"), choices=list(members), coerce=int, empty_value=None
        )
        self.fields["text"] = text_area(_("What was said and agreed"))
        self.fields["next_step"] = text_area(_("What comes next"), required=False, rows=2)
        self.fields["next_on"] = DayField(label=_("Next by"), required=False)


class NeedForm(forms.Form):
    """What is needed, whether somebody outside must help, who, and what came of it."""

    use_required_attribute = False

    def __init__(self, *args: Any, partners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = text_area(_("What must be found for the family"), rows=2)
        self.fields["outside"] = _one_of(
            _("Is help from outside needed?"), choices.OUTSIDE, required=False, initial="yes"
        )
        if partners:
            self.fields["partner_id"] = by_number(
                _("Which organization helps"), partners, ("", _("none chosen yet")), required=False
            )
        self.fields["contact"] = _called(_("With whom to talk there"), required=False)
        self.fields["result"] = _one_of(_("How it stands"), choices.NEED_RESULTS, required=False, initial="")


class ConfirmForm(forms.Form):
    """The day on which the parent looked at the map and said that it is so."""

    on = PastDayField(label=_("Confirmed with the parent on"))


class ListForm(forms.Form):
    """Which families are looked for."""

    q = search_line(_("Number, code or name"))
    ask = forms.ChoiceField(label=pgettext_lazy("network", "Families"), choices=choices.ASKED, required=False)

    use_required_attribute = False
