"""The forms of votes and councils."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.web.shell.colleagues import ColleagueField, ColleaguesField
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField, Segmented

Choices = Sequence[tuple[Any, str]]


class BallotForm(forms.Form):
    """What is asked, who votes, until when."""

    def __init__(self, *args: Any, people: Choices, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("Question"), choices=kinds, widget=Segmented)
        self.fields["question"] = text_area(
            _("Words of the question"), required=False, help_text=_("Needed for another question only.")
        )
        self.fields["member_ids"] = ColleaguesField(_("Who votes"), people)
        self.fields["chair_id"] = ColleagueField(
            _("Chair"),
            people,
            is_short=True,
            help_text=_("When votes are equal, the chair’s vote decides. The chair closes the vote."),
        )
        self.fields["closes_on"] = DayField(label=_("Last day of the vote"))
        self.fields["quorum"] = forms.IntegerField(
            label=_("Quorum"),
            required=False,
            min_value=1,
            max_value=99,
            help_text=_("How many must vote. Left empty, it is half of the panel and one more."),
        )
        self.fields["is_secret"] = forms.BooleanField(
            label=_("Secret: it is never shown who voted how, and a tie stays without a result"), required=False
        )


class VoteForm(forms.Form):
    """One vote with its reason."""

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"] = forms.ChoiceField(
            label=_("Your vote"),
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose your answer.")},
        )
        self.fields["reason"] = text_area(
            _("Why you vote so"),
            required=False,
            help_text=_("The others read it when everybody has voted."),
        )


class ConflictForm(forms.Form):
    """Why somebody steps back from a vote."""

    conflict = text_area(_("How you are connected with the family"))


class CloseForm(forms.Form):
    """The day the vote was closed."""

    on = PastDayField(label=_("Day of closing"))


class ConferenceForm(forms.Form):
    """Who met about the plan, what they remarked and decided."""

    def __init__(self, *args: Any, people: Choices, decisions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=_("Day of the council"))
        self.fields["participant_ids"] = ColleaguesField(_("Who took part"), people)
        self.fields["guests"] = text_area(_("Who else was there"), required=False)
        self.fields["remarks"] = text_area(
            _("Remarks on the plan"), required=False, help_text=_("Needed when the plan is returned.")
        )
        self.fields["decision"] = forms.ChoiceField(label=_("Decision"), choices=decisions, widget=Segmented)
