"""One family's way along a model in words: what is so, since when, by which record."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from opora.chain.queries import FamilyBox
from opora.common.dates import show_day

FAMILY_STATES: Mapping[str, str | Promise] = {
    "reached": pgettext_lazy("box of a family", "reached"),
    "lost": pgettext_lazy("box of a family", "lost again"),
    "waiting": pgettext_lazy("box of a family", "seems so; somebody has to say"),
    "aimed": pgettext_lazy("box of a family", "aimed at"),
    "given": pgettext_lazy("box of a family", "given"),
    "recorded": pgettext_lazy("box of a family", "on record"),
    "": pgettext_lazy("box of a family", "not known"),
}


def family_box_said(box: FamilyBox) -> str:
    """The state of a box with its day."""
    state = str(FAMILY_STATES[box.state])
    if box.on is None:
        return state
    if box.state == "given":
        times = ngettext("%(n)s time", "%(n)s times", box.times) % {"n": box.times}
        if box.last is not None and box.last != box.on:
            return _("%(state)s %(times)s, %(first)s – %(last)s") % {
                "state": state,
                "times": times,
                "first": show_day(box.on),
                "last": show_day(box.last),
            }
        return f"{state} {times}, {show_day(box.on)}"
    return f"{state} {show_day(box.on)}"
