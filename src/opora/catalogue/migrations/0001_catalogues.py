"""Catalogues of services: published versions, and the services that records point at."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from opora.common.final import Final


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CatalogueVersion',
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
                'verbose_name': 'version of a catalogue of services',
                'verbose_name_plural': 'versions of catalogues of services',
                'constraints': [models.UniqueConstraint(fields=('code', 'number'), name='catalogue_version_once')],
            },
        ),
        migrations.CreateModel(
            name='Direction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.SlugField(max_length=60, verbose_name='practice')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('title_ru', models.CharField(max_length=300, verbose_name='title')),
                ('title_en', models.CharField(blank=True, max_length=300)),
                ('source', models.CharField(blank=True, max_length=60)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_current', models.BooleanField(default=True, verbose_name='in force')),
            ],
            options={
                'verbose_name': 'direction of help',
                'verbose_name_plural': 'directions of help',
                'ordering': ('practice', 'position', 'id'),
                'constraints': [models.UniqueConstraint(fields=('practice', 'code'), name='catalogue_direction_once')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.SlugField(max_length=60, verbose_name='practice')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('title_ru', models.CharField(max_length=400, verbose_name='title')),
                ('title_en', models.CharField(blank=True, max_length=400)),
                ('providers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None, verbose_name='who provides it')),
                ('mode', models.CharField(max_length=14, verbose_name='how it goes')),
                ('formats', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=14), size=None, verbose_name='format')),
                ('givers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None, verbose_name='who may give it')),
                ('confidentiality', models.CharField(default='ordinary', max_length=10, verbose_name='confidentiality')),
                ('kind_442', models.CharField(blank=True, max_length=14, verbose_name='kind by 442-FZ')),
                ('outcomes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None, verbose_name='results it should bring')),
                ('source', models.CharField(blank=True, max_length=60)),
                ('is_inner', models.BooleanField(default=False, verbose_name='work of the organization itself')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_current', models.BooleanField(default=True, verbose_name='in force')),
                ('direction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='catalogue.direction', verbose_name='direction')),
            ],
            options={
                'verbose_name': 'service',
                'verbose_name_plural': 'services',
                'ordering': ('practice', 'position', 'id'),
                'constraints': [models.UniqueConstraint(fields=('practice', 'code'), name='catalogue_service_once')],
            },
        ),
        Final('catalogue_catalogueversion'),
    ]
