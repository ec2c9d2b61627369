"""What assessments tell about people in words and keep open; the answers are figures and stay."""

from django.utils.translation import gettext_lazy as _

from opora.families.told_words import Told

TOLD = (
    Told("assessments.Assessment", "comments", _("remarks in assessments"), case="case", empty={}),
    Told("assessments.Assessment", "return_reason", _("reasons for returning assessments"), case="case"),
    Told("assessments.AssessmentDraft", "payload", _("drafts of assessments"), case="case", whole=True),
)
