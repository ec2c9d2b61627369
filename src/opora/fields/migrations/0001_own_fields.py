"""Own fields: definitions of them."""

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
            name='FieldDefinition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=20, unique=True, verbose_name='code')),
                ('about', models.CharField(choices=[('person', 'person'), ('family', 'family'), ('case', 'case'), ('contact', 'contact')], max_length=10, verbose_name='about')),
                ('kind', models.CharField(choices=[('text', 'text'), ('number', 'number'), ('day', 'day'), ('yes_no', 'yes, no, not known'), ('choice', 'one of a list'), ('several', 'several of a list')], max_length=10, verbose_name='kind')),
                ('title_ru', models.CharField(max_length=80, verbose_name='name')),
                ('title_en', models.CharField(blank=True, max_length=80, verbose_name='the same in English')),
                ('help_ru', models.CharField(blank=True, max_length=300, verbose_name='help')),
                ('help_en', models.CharField(blank=True, max_length=300, verbose_name='the same in English')),
                ('choices', models.JSONField(default=list, verbose_name='answers')),
                ('roles', models.JSONField(default=list, verbose_name='who may see it')),
                ('place', models.PositiveIntegerField(default=0, verbose_name='place')),
                ('since', models.DateField(verbose_name='since')),
                ('ended_on', models.DateField(null=True, verbose_name='ended')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
            ],
            options={
                'verbose_name': 'own field',
                'verbose_name_plural': 'own fields',
                'ordering': ('about', 'place', 'id'),
            },
        ),
    ]
