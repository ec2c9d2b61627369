"""What forms about people offer to choose from; the codes and their words stand at the tables."""

from opora.families.models import FamilyMember

CAREGIVER_ROLES = tuple(
    (one.value, one.label)
    for one in (
        FamilyMember.Role.MOTHER,
        FamilyMember.Role.FATHER,
        FamilyMember.Role.GUARDIAN,
        FamilyMember.Role.RELATIVE,
        FamilyMember.Role.CAREGIVER,
    )
)
