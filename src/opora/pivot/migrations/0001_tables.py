"""Tables kept under a name, with their versions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='name')),
                ('is_shared', models.BooleanField(default=False, verbose_name='for the organization')),
                ('number', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('data', models.JSONField(verbose_name='what it counts')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('put_away_on', models.DateField(null=True, verbose_name='put away')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='whose')),
            ],
            options={
                'verbose_name': 'saved table',
                'verbose_name_plural': 'saved tables',
                'ordering': ('title', 'id'),
            },
        ),
        migrations.CreateModel(
            name='TableVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('title', models.CharField(max_length=120, verbose_name='name')),
                ('data', models.JSONField(verbose_name='what it counts')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='pivot.savedtable')),
            ],
            options={
                'verbose_name': 'version of a table',
                'verbose_name_plural': 'versions of tables',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('table', 'number'), name='pivot_version_once')],
            },
        ),
    ]
