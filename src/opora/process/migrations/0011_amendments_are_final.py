"""What was amended, why, and how it read before stays as it was written down."""

from django.db import migrations

from opora.common.final import Final


class Migration(migrations.Migration):

    dependencies = [
        ('families', '0004_words_may_be_destroyed'),
        ('process', '0010_versions_have_a_room'),
    ]

    operations = [Final('process_amendment', words=['reason', 'before'])]
