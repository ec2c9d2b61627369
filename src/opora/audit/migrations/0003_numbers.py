"""The counter of papers comes to the room all others know; its table stays where it is, with the numbers given out."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_append_only'),
        # The table was made there.
        ('papers', '0004_files_of_records'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='NumberCounter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.SlugField(max_length=40, verbose_name='kind')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                        ('last', models.PositiveIntegerField(default=0, verbose_name='last number')),
                    ],
                    options={
                        'verbose_name': 'counter of papers',
                        'verbose_name_plural': 'counters of papers',
                        'db_table': 'papers_numbercounter',
                        'constraints': [models.UniqueConstraint(fields=('kind', 'year'), name='papers_counter_once')],
                    },
                ),
            ],
        ),
    ]
