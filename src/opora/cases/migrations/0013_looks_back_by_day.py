"""Figures of a few days look at the looks back of these days alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_departments_of_what_is_due")]

    operations = [
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["due_on"], name="cases_look_back_by_day"),
        ),
    ]
