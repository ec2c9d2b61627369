"""The first words of a day: a welcome that knows the hour, and a sentence that counts what the day holds."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import local
from opora.web.today.day import Day


def greeting(name: str, moment: datetime) -> str:
    """A word of welcome that knows the time of the day."""
    hour = local(moment).hour
    if 5 <= hour < 12:
        words = _("Good morning, %(name)s!")
    elif 12 <= hour < 18:
        words = _("Good day, %(name)s!")
    else:
        words = _("Good evening, %(name)s!")
    return words % {"name": name}


def counts(day: Day) -> str:
    """What the day holds and what is late, in one sentence; a kind word when nothing presses."""
    late, going, to_do = day.late.count, len(day.visits), day.to_do.count
    said = [
        *([ngettext("%(n)d visit", "%(n)d visits", going) % {"n": going}] if going else []),
        *([ngettext("%(n)d thing to do", "%(n)d things to do", to_do) % {"n": to_do}] if to_do else []),
        *([ngettext("%(n)d late", "%(n)d late ones", late) % {"n": late}] if late else []),
    ]
    if not said:
        return _("Nothing is pressing today.")
    return _("Today: %(what)s.") % {"what": ", ".join(said)}
