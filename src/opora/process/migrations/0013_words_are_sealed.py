"""Reasons of steps, what they asked for, remarks on papers and reasons for a type of case are sealed like the rest."""

from django.db import migrations, models
from django.db.models import Q

from opora.families.sealing_columns import seal_column


class Migration(migrations.Migration):
    dependencies = [("process", "0012_voided_paths"), ("families", "0004_words_may_be_destroyed")]

    operations = [
        migrations.RemoveConstraint("route", "process_palliative_with_reason"),
        *seal_column("route", "palliative_reason", table="process_route", purpose="process.palliative"),
        migrations.AddConstraint(
            "route",
            models.CheckConstraint(
                condition=Q(is_palliative=False) | Q(palliative_on__isnull=False), name="process_palliative_with_day"
            ),
        ),
        *seal_column("routestep", "reason", table="process_routestep", purpose="process.step_reason"),
        *seal_column("routestep", "fields", table="process_routestep", purpose="process.step_fields", is_json=True),
        *seal_column("paper", "note", table="process_paper", purpose="process.paper_note"),
    ]
