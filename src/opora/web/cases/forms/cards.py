"""The card of somebody who may answer for a case: the name, and what he or she carries already.

Drawn in one go: a choice has half a dozen of them, and as a template each cost more than the query behind it.
"""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.process.queries.workload import Candidate
from opora.reminders.words import late_count
from opora.web.shell.renderer import escaped


def draw_card(one: Candidate, tasks: int, *, name: str, chosen: Any = None, dom_id: str = "") -> SafeString:
    """The card under the name of its field; the first one of a choice bears the id that the label speaks of."""
    marks = " checked" if str(one.user_id) == str(chosen) else ""
    marks += f' id="{escaped(dom_id)}"' if dom_id else ""
    places = f"<small>{escaped(', '.join(one.departments))}</small>" if one.departments else ""
    tags = "".join(f'<span class="tag {kind}">{escaped(text)}</span>' for kind, text in _tags(one, tasks))
    return SafeString(
        f'<label class="candidate"><input type="radio" name="{escaped(name)}" value="{one.user_id}"{marks}>\n'
        f'<span class="candidate-who"><b>{escaped(one.name)}</b>{places}</span>\n'
        f'<span class="candidate-load">{tags}</span>\n</label>'
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
