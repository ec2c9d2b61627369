"""Beside a service stands as well how often the item was solved without it, and whether a difference is to be seen.

What was counted before is let go: it is counted anew at night.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0013_fewer_indexes")]

    operations = [
        migrations.RunSQL("DELETE FROM evidence_itemhelp", migrations.RunSQL.noop),
        migrations.AddField(model_name="itemhelp", name="others_solved", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(model_name="itemhelp", name="others", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(
            model_name="itemhelp", name="beside", field=models.CharField(default="few", max_length=8)
        ),
    ]
