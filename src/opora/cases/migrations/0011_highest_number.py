"""The highest number of a department is found by its length and its place in the alphabet, however many there are."""

from django.db import migrations, models
from django.db.models.functions import Length


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_words_are_sealed")]

    operations = [
        migrations.AddIndex(
            "case",
            models.Index(
                models.F("department"), Length("number_key"), models.F("number_key"), name="cases_highest_number"
            ),
        ),
    ]
