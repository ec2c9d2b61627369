"""Which secrets this data knows: a mark of each, from which nothing of the secret can be told."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("config", "0001_cache")]
    operations = [
        migrations.RunSQL(
            sql="CREATE TABLE opora_key_mark (name varchar(40) NOT NULL PRIMARY KEY, mark varchar(64) NOT NULL);",
            reverse_sql="DROP TABLE opora_key_mark;",
        )
    ]
