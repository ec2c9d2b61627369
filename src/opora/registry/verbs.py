"""What the journal says about imports: numbers only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "registry.program_chosen": _("chose the program of the rows of a registry"),
    "registry.columns_chosen": _("said which columns of a registry are meant"),
    "registry.columns_asked": _("asked anew which columns of a registry are meant"),
    "registry.columns_remembered": _("had the choice of columns remembered for the next registry: %(columns)s"),
    "registry.emptied_chosen": _("said what an emptied cell of a registry means"),
    "registry.confirmed": _("confirmed the import of a registry"),
    "registry.uploaded": _("uploaded a registry to look at"),
    "registry.discarded": _("set an import of a registry aside"),
    "registry.imported": _(
        "imported a registry: new %(new)s, changed %(changed)s, unchanged %(unchanged)s, rejected %(rejected)s"
    ),
}
