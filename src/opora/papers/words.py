"""What is wrong with a letter template, in sentences for the person who wrote it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from opora.papers.rules.letters import BadTemplate

_SENTENCES = {
    "bracket": gettext_noop(
        "A bracket stands alone and would be printed as it is. A field is written {{ so }}, without a space between "
        "the brackets."
    ),
    "unknown": gettext_noop("Opora does not know “%(what)s”. Compare it with the list."),
    "syntax": gettext_noop("“%(what)s” cannot be read as a field."),
    "unclosed": gettext_noop("“%(what)s” has no end."),
    "closes_nothing": gettext_noop("“%(what)s” ends what was not begun."),
    "too_much": gettext_noop("“%(what)s” is more than a letter may do: name fields, ask “if”, repeat “for”."),
    "too_large": gettext_noop("The file is too large or too long for a letter."),
    "unreadable": gettext_noop("The file is damaged: Word would have to mend it first."),
}


def template_faults(bad: BadTemplate) -> list[str]:
    """Every fault with the words of its paragraph; one sentence in general where nothing more is known."""
    found = []
    for fault in bad.faults:
        sentence = _(_SENTENCES[fault.kind]) % {"what": fault.what}
        where = _("Paragraph “%(words)s”:") % {"words": fault.paragraph}
        found.append(f"{where} {sentence}" if fault.paragraph else sentence)
    return found or [_("The template cannot be filled: look for unclosed brackets in its fields.")]
