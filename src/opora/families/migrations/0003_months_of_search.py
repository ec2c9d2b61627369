"""A person's search mark knows in which months cases of the person's families were opened."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("families", "0002_search_index")]

    operations = [
        migrations.AddField("searchindex", "months", ArrayField(models.IntegerField(), default=list, size=None)),
        migrations.RemoveIndex("searchindex", "families_search"),
        migrations.AddIndex("searchindex", GinIndex(fields=["tokens", "months"], name="families_search")),
    ]
