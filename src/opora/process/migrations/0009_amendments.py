import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_ending_stays'),
        ('process', '0008_coming_of_age'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('voided', 'voided'), ('corrected', 'corrected'), ('put_off', 'put off'), ('cancelled', 'cancelled'), ('missed', 'did not happen')], max_length=10, verbose_name='what was done')),
                ('reason', models.BinaryField(null=True)),
                ('before', models.BinaryField(null=True)),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
            ],
            options={
                'verbose_name': 'amendment of a record',
                'verbose_name_plural': 'amendments of records',
                'ordering': ('id',),
                'indexes': [models.Index(fields=['source'], name='process_amendments')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='process_amendment_place')],
            },
        ),
    ]
