"""Two families with nobody in common may be brought together too."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("families", "0007_child_is_a_role")]

    operations = [
        migrations.AlterField(
            "merge",
            field,
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.person"
            ),
        )
        for field in ("kept", "gone")
    ] + [
        migrations.AlterField("merge", "revision", models.PositiveIntegerField(default=0)),
        migrations.AlterField(
            "merge",
            "reason",
            models.CharField(
                choices=[
                    ("twice", "the person was entered twice"),
                    ("name", "the name was written differently"),
                    ("other_family", "the person was known from another family"),
                    ("family_twice", "the family was entered twice"),
                    ("family_joined", "the two families live as one"),
                    ("other", "another reason"),
                ],
                max_length=14,
                verbose_name="reason",
            ),
        ),
        migrations.AddConstraint(
            "merge",
            models.CheckConstraint(
                condition=Q(kept__isnull=False, gone__isnull=False)
                | Q(kept=None, gone=None, kept_family__isnull=False, gone_family__isnull=False),
                name="families_merge_of_two",
            ),
        ),
    ]
