"""What of papers points at people and families."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("papers.Letter", "person", To.PERSON, _("letters")),
    Bound("papers.Consent", "person", To.PERSON, _("consents")),
    Bound(
        "papers.DestructionTimer",
        "person",
        To.PERSON,
        _("terms of destruction"),
        once=("route_id", "purpose"),
        when={"state": "waiting"},
    ),
    # Final: the database itself refuses to rewrite them.
    Bound("papers.ChildHistory", "child", To.PERSON, stays=True),
    Bound("papers.DestructionAct", "family", To.FAMILY, stays=True),
)
