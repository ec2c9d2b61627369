"""The words of the table of sources: documents, kinds and states."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

DOCUMENTS: dict[str, str | Promise] = {
    "S0": pgettext_lazy("source document", "The crisis department: ten activities and what should come of them"),
    "S1": pgettext_lazy("source document", "The chain of social results: eleven directions and thirty services"),
    "S2": pgettext_lazy("source document", "“Mom is near”: goal, tasks, activities, results, effects"),
    "S3": pgettext_lazy("source document", "The practice in eight columns, and a study of its outcomes"),
    "S4": pgettext_lazy("source document", "The theory of change: how the work with a family goes"),
}
STATES: dict[str, str | Promise] = {
    "recorded": pgettext_lazy("state of a source line", "recorded"),
    "computed": pgettext_lazy("state of a source line", "computed"),
    "document": pgettext_lazy("state of a source line", "a document"),
    "role": pgettext_lazy("state of a source line", "a role"),
    "structure": pgettext_lazy("state of a source line", "how it is built"),
    "not yet": pgettext_lazy("state of a source line", "not yet"),
}
