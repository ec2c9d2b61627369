"""What the journal says about imports: numbers only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "registry.uploaded": _("uploaded a registry for import no. %(run)s"),
    "registry.program_chosen": _("chose the program of the rows of import no. %(run)s"),
    "registry.confirmed": _("confirmed import no. %(run)s"),
    "registry.discarded": _("set import no. %(run)s aside"),
    "registry.imported": _(
        "imported a registry (no. %(run)s): new %(new)s, changed %(changed)s, unchanged %(unchanged)s, "
        "rejected %(rejected)s"
    ),
}
