"""The table of the cache (throttled log-ins): the database is the only store there is."""

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunSQL(
            sql="""
                CREATE TABLE opora_cache (
                    cache_key varchar(255) NOT NULL PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                );
                CREATE INDEX opora_cache_expires ON opora_cache (expires);
            """,
            reverse_sql="DROP TABLE opora_cache;",
        )
    ]
