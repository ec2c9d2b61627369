"""Remarks in assessments, reasons for returning them and their drafts are sealed like the rest that is told."""

from django.db import migrations

from opora.families.sealing_columns import seal_column


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_scores_are_frozen"), ("families", "0004_words_may_be_destroyed")]

    operations = [
        *seal_column(
            "assessment", "comments", table="assessments_assessment", purpose="assessments.comments", is_json=True
        ),
        *seal_column(
            "assessment", "return_reason", table="assessments_assessment", purpose="assessments.return_reason"
        ),
        *seal_column(
            "assessmentdraft", "payload", table="assessments_assessmentdraft", purpose="assessments.draft", is_json=True
        ),
    ]
