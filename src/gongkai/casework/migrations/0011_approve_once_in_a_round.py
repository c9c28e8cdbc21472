from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('casework', '0010_register_given_numbers')]

    operations = [
        migrations.AddConstraint(
            model_name='noticeapproval',
            constraint=models.UniqueConstraint(condition=models.Q(('is_approved', True)), fields=('notice', 'round', 'account'), name='approved_once_by_each'),
        ),
        migrations.AddConstraint(
            model_name='noticeapproval',
            constraint=models.UniqueConstraint(condition=models.Q(('is_approved', True)), fields=('notice', 'round', 'level'), name='level_approved_once'),
        ),
    ]
