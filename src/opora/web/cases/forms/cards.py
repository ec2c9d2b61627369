"""The card of somebody who may answer for a case: the name, and what he or she carries already.

Drawn in one go: a choice has half a dozen of them, and as a template each cost more than the query behind it.
"""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.process.queries.workload import Candidate
from opora.reminders.words import late_count


def draw_card(one: Candidate, tasks: int, *, name: str, chosen: Any = None, dom_id: str = "") -> SafeString:
    """The card under the name of its field; the first one of a choice bears the id that the label speaks of."""
    return format_html(
        '<label class="candidate"><input type="radio" name="{}" value="{}"{}{}>\n'
        '<span class="candidate-who"><b>{}</b>{}</span>\n<span class="candidate-load">{}</span>\n</label>',
        name,
        one.user_id,
        SafeString(" checked") if str(one.user_id) == str(chosen) else "",
        format_html(' id="{}"', dom_id) if dom_id else "",
        one.name,
        format_html("<small>{}</small>", ", ".join(one.departments)) if one.departments else "",
        format_html_join("", '<span class="tag {}">{}</span>', _tags(one, tasks)),
    )


def _tags(one: Candidate, tasks: int) -> list[tuple[str, str]]:
    load = one.load
    if one.is_free:
        tags = [("ok", _("free hands"))]
    else:
        n = load.open_cases
        tags = [("plain", ngettext("%(n)s case", "%(n)s cases", n) % {"n": n})]
        if n := load.signals:
            tags.append(("plain", ngettext("%(n)s signal", "%(n)s signals", n) % {"n": n}))
        if load.late:
            tags.append(("late", late_count(load.late)))
        if load.pressing:
            tags.append(("warn", _("due soon: %(n)s") % {"n": load.pressing}))
    if tasks:
        tags.append(("plain", ngettext("%(n)s task", "%(n)s tasks", tasks) % {"n": tasks}))
    return tags
