"""The sentences of an import of goods: why a row is not kept, what each column is called."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.registry import words as registry
from opora.registry.rules.issues import Issue, Note

COLUMNS = {
    "good": pgettext_lazy("stock list", "goods"),
    "quantity": pgettext_lazy("stock list", "quantity"),
    "unit": pgettext_lazy("stock list", "unit"),
    "category": pgettext_lazy("stock list", "category"),
    "size": pgettext_lazy("stock list", "size"),
    "until": pgettext_lazy("stock list", "good until"),
    "place": pgettext_lazy("stock list", "place"),
}
REASONS = {
    "supply_without_name": gettext_lazy("The goods have no name."),
    "supply_without_quantity": gettext_lazy("It does not say how much there is."),
    "supply_quantity": gettext_lazy("This is not a quantity."),
    "supply_too_much": gettext_lazy("So much cannot lie there. Check the quantity."),
    "supply_in_parts": gettext_lazy("This is counted in whole pieces."),
    "supply_unit": gettext_lazy("This unit is not known. Write pcs, packs, pairs, sets, kg or l."),
    "not_a_name": gettext_lazy("This is no text. Type it as text."),
    "name_too_long": gettext_lazy("This is too long: at most %(longest)s characters."),
    "supply_given_out": gettext_lazy("It was given out meanwhile: so much cannot be taken away any more."),
}


def reason(issue: Issue) -> str:
    """Why a row is not kept, in a sentence."""
    if issue.code in REASONS:
        return registry.filled(REASONS[issue.code], issue.params)
    return registry.reason(issue)


def refusal(note: Note) -> str:
    """What to do with a workbook that is no stock list, or one with two quantities."""
    if note.code == "no_table":
        return _("No table of goods was found. It needs a row of titles with the words “goods” and “quantity”.")
    if note.code == "two_quantities":
        return (
            _(
                "Two columns say how much there is: “%(one)s” and “%(other)s”. Leave in the file the one that says "
                "what lies there now."
            )
            % note.params
        )
    return registry.refusal(note)
