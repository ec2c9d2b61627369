"""The versions of processes come to a room of their own; their table stays where it is, with all it holds."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        # The table was made there.
        ('process', '0008_coming_of_age'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='RouteVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=60, verbose_name='code')),
                        ('number', models.PositiveIntegerField(verbose_name='version')),
                        ('sha256', models.CharField(max_length=64)),
                        ('text', models.TextField()),
                        ('programs', models.JSONField(default=list)),
                        ('published_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'verbose_name': 'version of a process',
                        'verbose_name_plural': 'versions of processes',
                        'db_table': 'process_routeversion',
                        'constraints': [models.UniqueConstraint(fields=('code', 'number'), name='process_version_once')],
                    },
                ),
            ],
        ),
    ]
