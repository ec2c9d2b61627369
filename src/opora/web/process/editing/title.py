"""What every form of a part of a process asks: how the part is called."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opora.common.language import said
from opora.pathways.rules import Definition
from opora.web.process.editing.saying import ENGLISH, Choices, both, filled, line, told
from opora.web.shell.forms import SeenForm


class TitleForm(SeenForm):
    """How a part is called."""

    title_ru = line(pgettext_lazy("process", "Name"))
    title_en = line(ENGLISH, required=False)

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.definition = definition
        self.prepare()

    def prepare(self) -> None:
        """Offer what the process has."""

    def begins(self, part: Any) -> dict[str, Any]:
        """What the form begins with of a known part."""
        return both(part)

    def said(self, old: Any) -> Any:
        """The part as its file would say it."""
        return filled(old, {"title": told(self.cleaned_data, "title")})

    def stages(self) -> Choices:
        return [(code, said(one.title)) for code, one in self.definition.stages.items()]

    def exits_named(self) -> Choices:
        return [(code, said(one.title)) for code, one in self.definition.exits.items()]

    def roles(self) -> Choices:
        return [(code, said(one.title)) for code, one in self.definition.roles.items()]
