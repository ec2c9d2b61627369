"""The form by which a case goes over to another program."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.web.cases.forms.fields import Choices
from opora.web.shell.colleagues import ColleagueField
from opora.web.shell.forms import SeenForm, text_area


class TransferForm(SeenForm):
    """At which stage the work goes on, who answers for it, under which number, and why."""

    def __init__(self, *args: Any, stages: Choices, managers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stages:
            self.fields["stage"] = forms.ChoiceField(
                label=_("At which stage the work goes on"),
                choices=[("", _("Where cases begin")), *stages],
                required=False,
            )
        self.fields["case_manager_id"] = ColleagueField(_("Who answers for the case there"), managers)
        self.fields["number"] = forms.CharField(
            label=_("Number there"),
            required=False,
            max_length=40,
            help_text=_("Empty: the next number of that department. The former number stays this case’s."),
        )
        self.fields["reason"] = text_area(_("Why"), rows=2, help_text=_("A few words for those who come after you."))
