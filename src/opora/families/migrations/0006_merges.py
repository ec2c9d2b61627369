"""Two records of one person or family may be brought together, and taken apart again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


def _to(model, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model, **more)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("families", "0005_version_of_marks"),
    ]

    operations = [
        migrations.AddField("family", "merged_into", _to("families.family", null=True)),
        migrations.AddField("person", "merged_into", _to("families.person", null=True)),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("twice", "the person was entered twice"),
                            ("name", "the name was written differently"),
                            ("other_family", "the person was known from another family"),
                            ("other", "another reason"),
                        ],
                        max_length=14,
                        verbose_name="reason",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("moved", models.JSONField(default=list)),
                ("taken", models.JSONField(default=list)),
                ("case_ids", models.JSONField(default=list)),
                ("former_identity", models.BinaryField(null=True)),
                ("former_sex", models.CharField(blank=True, max_length=1)),
                ("revision", models.PositiveIntegerField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("by", _to(settings.AUTH_USER_MODEL, null=True)),
                ("gone", _to("families.person")),
                ("gone_family", _to("families.family", null=True)),
                ("kept", _to("families.person")),
                ("kept_family", _to("families.family", null=True)),
                ("undone_by", _to(settings.AUTH_USER_MODEL, null=True)),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ("-id",),
                "indexes": [models.Index(condition=Q(undone_at=None), fields=["kept"], name="families_merges")],
            },
        ),
    ]
