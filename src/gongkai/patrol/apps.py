from django.apps import AppConfig


class PatrolConfig(AppConfig):
    name = "gongkai.patrol"
    label = "patrol"
    verbose_name = "网站巡查"
    default_auto_field = "django.db.models.BigAutoField"
