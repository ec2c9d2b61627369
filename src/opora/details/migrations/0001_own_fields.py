"""Own fields: what was answered to them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0012_departments_of_what_is_due'),
        ('families', '0008_merges_of_families'),
        ('fields', '0001_own_fields'),
        ('intake', '0008_lists_of_a_day'),
        ('process', '0013_words_are_sealed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Detail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('words', models.BinaryField(null=True)),
                ('number', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='number')),
                ('day', models.DateField(null=True, verbose_name='day')),
                ('chosen', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=20), default=list, size=None, verbose_name='chosen')),
                ('on', models.DateField(verbose_name='day')),
                ('is_newest', models.BooleanField(default=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.contactrecord', verbose_name='contact')),
                ('family', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family', verbose_name='family')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fields.fielddefinition', verbose_name='own field')),
                ('of_case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.person', verbose_name='person')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
            ],
            options={
                'verbose_name': 'answer to an own field',
                'verbose_name_plural': 'answers to own fields',
                'indexes': [models.Index(condition=models.Q(('is_newest', True)), fields=['field', 'person'], name='details_of_person'), models.Index(condition=models.Q(('is_newest', True)), fields=['family'], name='details_of_family'), models.Index(condition=models.Q(('is_newest', True)), fields=['of_case', 'field'], name='details_of_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='details_place'), models.CheckConstraint(condition=models.Q(('person__isnull', False), ('family__isnull', False), ('of_case__isnull', False), ('contact__isnull', False), _connector='OR'), name='details_about_somebody')],
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
    ]
