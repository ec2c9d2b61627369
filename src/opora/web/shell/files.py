"""Several files sent along with a form at once."""

from typing import Any

from django import forms


class SeveralFilesInput(forms.FileInput):
    """Several files at once; where photographs are asked for, a phone offers its camera."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """The files sent along, each with its name; what they are is told by their content, in the room that keeps them.

    A room says in its own words that there are `too_many`, or none though they are `required`.
    """

    def __init__(self, *, accept: str, most: int, **kwargs: Any) -> None:
        super().__init__(widget=SeveralFilesInput(attrs={"accept": accept}), **kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        """The name and the content of each file."""
        files = data if isinstance(data, list | tuple) else [data]
        sent = [super(SeveralFilesField, self).clean(one, initial) for one in files if one]
        if self.required and not sent:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(sent) > self.most:
            raise forms.ValidationError(self.error_messages["too_many"], code="too_many")
        return [(one.name or "", one.read()) for one in sent]
