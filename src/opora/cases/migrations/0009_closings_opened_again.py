"""Closings that were undone are found by their day, to explain the reports of earlier days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_who_is_not_asked")]

    operations = [
        migrations.AddIndex(
            "closing",
            models.Index(condition=models.Q(("reopened_on__isnull", False)), fields=["on"], name="cases_opened_again"),
        ),
    ]
