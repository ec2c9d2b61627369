"""The words of a catalogue for people: providers, modes, formats, confidentiality, kinds by 442-FZ."""

from django.utils.translation import pgettext_lazy

PROVIDERS = {
    "own": pgettext_lazy("provider", "we ourselves"),
    "partner": pgettext_lazy("provider", "a partner"),
    "other_program": pgettext_lazy("provider", "another program of ours"),
}
MODES = {
    "one_off": pgettext_lazy("mode of a service", "one-off"),
    "ongoing": pgettext_lazy("mode of a service", "ongoing"),
    "mini_project": pgettext_lazy("mode of a service", "mini-project"),
}
FORMATS = {
    "individual": pgettext_lazy("format of a service", "individual"),
    "family": pgettext_lazy("format of a service", "with the whole family"),
    "parent_child": pgettext_lazy("format of a service", "parent and child"),
    "group": pgettext_lazy("format of a service", "in a group"),
    "event": pgettext_lazy("format of a service", "event"),
    "meeting": pgettext_lazy("format of a service", "meeting"),
}
CONFIDENTIALITY = {
    "ordinary": pgettext_lazy("confidentiality", "for the team of the family"),
    "health": pgettext_lazy("confidentiality", "about health: only who needs it"),
    "therapy": pgettext_lazy("confidentiality", "therapy: its author alone"),
}
KINDS_442 = {
    "household": pgettext_lazy("442-FZ", "household"),
    "medical": pgettext_lazy("442-FZ", "medical"),
    "psychological": pgettext_lazy("442-FZ", "psychological"),
    "pedagogical": pgettext_lazy("442-FZ", "pedagogical"),
    "labor": pgettext_lazy("442-FZ", "labor"),
    "legal": pgettext_lazy("442-FZ", "legal"),
    "communication": pgettext_lazy("442-FZ", "communication skills"),
    "urgent": pgettext_lazy("442-FZ", "urgent"),
    "support": pgettext_lazy("442-FZ", "social support"),
}
HORIZONS = {
    "short": pgettext_lazy("horizon", "short-term"),
    "mid": pgettext_lazy("horizon", "mid-term"),
    "long": pgettext_lazy("horizon", "long-term"),
}
