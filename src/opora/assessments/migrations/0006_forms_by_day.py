"""Approved assessments of some days are found by an index: boxes of a model are counted by them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_fewer_indexes")]

    operations = [
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(condition=models.Q(("status", "approved")), fields=["on"], name="assessments_day"),
        ),
    ]
