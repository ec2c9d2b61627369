"""Words for the parts of a day that are proposed."""

from typing import Any

from django.utils.translation import pgettext_lazy

SLOTS: dict[str, Any] = {
    "feed_wash": pgettext_lazy("routine", "Feeding, washing the baby"),
    "breakfast": pgettext_lazy("routine", "Breakfast"),
    "baby_sleep": pgettext_lazy("routine", "The baby sleeps, the mother rests"),
    "walk": pgettext_lazy("routine", "Walk"),
    "lunch": pgettext_lazy("routine", "Lunch"),
    "play": pgettext_lazy("routine", "Playing with the child"),
    "supper": pgettext_lazy("routine", "Supper"),
    "bath": pgettext_lazy("routine", "Bath, a fairy tale"),
    "bed_time": pgettext_lazy("routine", "Bedtime"),
    "get_up": pgettext_lazy("routine", "Getting up, washing"),
    "day_sleep": pgettext_lazy("routine", "Sleep after lunch"),
    "snack": pgettext_lazy("routine", "Snack"),
    "school": pgettext_lazy("routine", "School"),
    "homework": pgettext_lazy("routine", "Homework"),
    "together": pgettext_lazy("routine", "Time together"),
    "errands": pgettext_lazy("routine", "Papers and errands"),
    "lessons": pgettext_lazy("routine", "Lessons and talks"),
    "household": pgettext_lazy("routine", "Tidying, laundry, cooking"),
}
