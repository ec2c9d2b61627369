"""How much every worker carries is told from the index alone, families with and without a case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("process", "0015_steps_told_by_their_index")]

    operations = [
        migrations.RemoveIndex(model_name="route", name="process_due_worker"),
        migrations.AddIndex(
            model_name="route",
            index=models.Index(
                fields=["worker", "due_on"],
                include=["case"],
                condition=models.Q(ended_on__isnull=True),
                name="process_carried",
            ),
        ),
    ]
