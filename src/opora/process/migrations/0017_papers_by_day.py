"""Papers of some days are found by an index: boxes of a model are counted by them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("process", "0016_carried_told_by_its_index")]

    operations = [
        migrations.AddIndex(model_name="paper", index=models.Index(fields=["on"], name="process_paper_day")),
    ]
