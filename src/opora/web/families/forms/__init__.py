"""Forms about a person: what is known, the role in the family, where a child lives."""

from opora.web.families.forms.belonging import BirthForm, HomesForm, LeaveForm, PlacementForm, RoleForm
from opora.web.families.forms.merging import FamiliesForm, OtherFamilyForm, SameForm, TogetherForm
from opora.web.families.forms.newcomers import AdultForm, ChildForm, NewcomerForm
from opora.web.families.forms.person import EditForm, NamesForm, PersonForm

__all__ = [
    "AdultForm",
    "BirthForm",
    "ChildForm",
    "EditForm",
    "FamiliesForm",
    "HomesForm",
    "LeaveForm",
    "NamesForm",
    "NewcomerForm",
    "OtherFamilyForm",
    "PersonForm",
    "PlacementForm",
    "RoleForm",
    "SameForm",
    "TogetherForm",
]
