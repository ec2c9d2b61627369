"""A search mark says by which version of the rule it was made, so that an upgrade can make older ones anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("families", "0004_words_may_be_destroyed")]

    operations = [
        migrations.AddField(
            "searchindex", "version", models.PositiveSmallIntegerField(db_index=True, default=0)
        ),
    ]
