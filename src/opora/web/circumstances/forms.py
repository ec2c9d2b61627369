"""What the list over families is asked for."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.circumstances.queries import PRESETS
from opora.circumstances.words import KIND_LABELS
from opora.web.shell.forms import offer, search_line


class NowForm(forms.Form):
    """A question of all families, or one kind with whatever holds now."""

    q = search_line(_("Number, code or name"))
    ask = forms.ChoiceField(label=pgettext_lazy("circumstances", "Of whom"), required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = [(name, capfirst(str(one.title))) for name, one in PRESETS.items()]
        kinds = [(f"kind-{code}", capfirst(str(label))) for code, label in KIND_LABELS.items()]
        offer(self, "ask", [*questions, (_("Whatever holds now"), kinds)])

    def asked(self) -> dict[str, Any]:
        """The question, as the room understands it; the first one while none was chosen."""
        given = self.cleaned_data if self.is_valid() else {}
        ask = given.get("ask") or next(iter(PRESETS))
        text = given.get("q", "")
        return {"kind": ask[5:], "text": text} if ask.startswith("kind-") else {"preset": ask, "text": text}
