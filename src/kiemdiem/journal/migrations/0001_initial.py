from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Head',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveBigIntegerField(default=0)),
                ('hash', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('keyed_at', models.DateTimeField()),
                ('keyed_by', models.BigIntegerField(null=True)),
                ('keyed_by_name', models.CharField(max_length=120)),
                ('act', models.CharField(max_length=80)),
                ('about', models.CharField(blank=True, max_length=120)),
                ('season', models.CharField(blank=True, max_length=80)),
                ('happened_on', models.DateField(null=True)),
                ('rows', models.JSONField(default=list)),
                ('details', models.JSONField(default=dict)),
                ('sets_clock', models.BooleanField(default=False)),
                ('prev_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['seq'],
                'indexes': [models.Index(fields=['season', 'seq'], name='journal_by_season'), models.Index(fields=['about', 'seq'], name='journal_by_about'), models.Index(fields=['act', 'seq'], name='journal_by_act')],
            },
        ),
    ]
