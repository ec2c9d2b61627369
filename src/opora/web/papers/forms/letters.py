"""Forms of letters and their templates."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.papers.queries.choices import LETTERS, PURPOSES, template_kinds
from opora.web.shell.forms import PastDayField, offer
from opora.web.shell.widgets import DayField


class LetterForm(forms.Form):
    """Which letter, on whose behalf, of which day."""

    kind = forms.ChoiceField(label=_("Which letter"), choices=LETTERS, widget=forms.RadioSelect)
    person_id = forms.TypedChoiceField(label=_("On whose behalf"), coerce=int)
    purpose = forms.ChoiceField(
        label=_("Consent to what"),
        choices=[("", _("Not a consent")), *PURPOSES],
        required=False,
        help_text=_("Only for a consent: each purpose is a paper of its own."),
    )
    on = PastDayField(label=_("Day of the letter"), initial=today)

    use_required_attribute = False

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person_id", [("", _("Choose")), *people])


class SignForm(forms.Form):
    """The day of signing; for a consent also its term."""

    on = PastDayField(label=_("Signed on"), initial=today)
    valid_until = DayField(
        label=_("Valid until"), required=False, help_text=_("Leave it empty when the paper names no day.")
    )

    use_required_attribute = False

    def __init__(self, *args: Any, is_consent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_consent:
            del self.fields["valid_until"]


class TemplateForm(forms.Form):
    """A Word template of the organization's own."""

    kind = forms.ChoiceField(label=_("Which letter"), choices=template_kinds)
    file = forms.FileField(
        label=_("Word file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": _("Choose a Word file (.docx) without macros, up to 2 MB.")},
    )

    use_required_attribute = False
