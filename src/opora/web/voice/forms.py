"""Forms of publications, materials, events, channels and their followers."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.common.language import said
from opora.logic.queries import concepts
from opora.voice.queries import kinds, parts, quote_sources
from opora.web.shell.forms import PastDayField, SeenForm, offer, text_area
from opora.web.shell.widgets import DayField


def _offered(found: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(code, capfirst(str(label))) for code, label in found]


class FilterForm(forms.Form):
    """What narrows the list."""

    q = forms.CharField(label=_("Title or place"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=pgettext_lazy("voice", "Kind"),
        choices=lambda: [("", pgettext_lazy("voice", "All")), *_offered(kinds())],
        required=False,
    )
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)


class PeriodForm(forms.Form):
    """Between which days the followers are compared."""

    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)


# What is asked only of some kinds; a form opened for one kind leaves the rest out.
_ONLY_OF = {"part": {"event"}, "copies": {"post", "media", "material"}}


def _left_out(kind: str) -> list[str]:
    return [name for name, kinds_of_it in _ONLY_OF.items() if kind and kind not in kinds_of_it]


def _kinds_beside(kind: str) -> list[tuple[str, str]]:
    """The kinds that need nothing of what a form for this kind leaves out."""
    needing = {code for name in _left_out(kind) for code in _ONLY_OF[name]}
    return [(code, label) for code, label in _offered(kinds()) if code not in needing]


class PieceForm(SeenForm):
    """What was said in public: where, when, in how many copies; who can be known in it has agreed."""

    use_required_attribute = False

    def __init__(self, *args: Any, kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=pgettext_lazy("voice", "Kind"), choices=_kinds_beside(kind), widget=forms.RadioSelect
        )
        self.fields["title"] = forms.CharField(label=pgettext_lazy("voice", "Title"), max_length=300)
        self.fields["on"] = PastDayField(label=pgettext_lazy("voice", "Day"), initial=today)
        self.fields["place"] = forms.CharField(
            label=_("Where"),
            required=False,
            max_length=200,
            help_text=_("The medium, the place of the event, where a material was given out."),
        )
        self.fields["link"] = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
        self.fields["part"] = forms.ChoiceField(
            label=_("Our part in an event"), choices=[("", "—"), *_offered(parts())], required=False
        )
        self.fields["copies"] = forms.IntegerField(label=_("Copies or views"), required=False, min_value=0)
        self.fields["shows_people"] = forms.TypedChoiceField(
            label=_("Whom of our families one can recognize"),
            choices=[("nobody", _("nobody")), ("somebody", _("somebody, with a consent to publication"))],
            coerce=lambda answer: answer == "somebody",
            widget=forms.RadioSelect,
        )
        self.fields["consent_number"] = forms.CharField(
            label=_("Number of the consent to publication"), required=False, max_length=20
        )
        for name in _left_out(kind):
            del self.fields[name]


class ChannelForm(SeenForm):
    """A channel of the organization."""

    name = forms.CharField(label=_("What the channel is called"), max_length=120)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    is_active = forms.BooleanField(label=_("We write there"), required=False, initial=True)

    use_required_attribute = False


class CountForm(forms.Form):
    """How many follow a channel on a day."""

    on = PastDayField(label=pgettext_lazy("voice", "Day"), initial=today)
    followers = forms.IntegerField(
        label=_("Followers"), min_value=0, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )

    use_required_attribute = False


class QuoteForm(forms.Form):
    """What somebody of the family said and what may be quoted of it."""

    person_id = forms.TypedChoiceField(label=_("Whose words"), coerce=int, empty_value=None)
    text = text_area(_("Words"), rows=4, help_text=_("As they were said, without names. A few sentences."))
    concept = forms.ChoiceField(label=_("Which result they speak of"), required=False)
    source = forms.ChoiceField(label=_("Where from"))
    said_on = PastDayField(label=pgettext_lazy("voice", "Day"))

    use_required_attribute = False

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person_id", [("", "—"), *people])
        results = sorted(((code, said(one.title)) for code, one in concepts().items()), key=lambda one: one[1])
        offer(self, "concept", [("", _("of none of them")), *results])
        offer(self, "source", quote_sources())


class SureForm(forms.Form):
    """A question with nothing to fill in."""
