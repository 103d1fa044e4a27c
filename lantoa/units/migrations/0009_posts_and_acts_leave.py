"""Posts and acts have packages of their own; dated rows refer to the acts there."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LEFT = {"post": "posts", "act": "acts", "actstep": "acts"}
DATED = ("name", "code", "kindchange", "placement", "strength")


def refers_to_act(related_name: str) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        "acts.act",
        django.db.models.deletion.PROTECT,
        null=True,
        related_name=related_name,
        verbose_name="quyết định",
    )


def name_types(apps: Any, schema: BaseDatabaseSchemaEditor) -> None:
    """Tell Django's list of models where those now are."""
    types = apps.get_model("contenttypes", "ContentType").objects
    for model, label in LEFT.items():
        if not types.filter(app_label=label, model=model).exists():
            types.filter(app_label="units", model=model).update(app_label=label)


def name_types_back(apps: Any, schema: BaseDatabaseSchemaEditor) -> None:
    """Tell Django's list of models where those were before."""
    types = apps.get_model("contenttypes", "ContentType").objects
    for model, label in LEFT.items():
        if not types.filter(app_label="units", model=model).exists():
            types.filter(app_label=label, model=model).update(app_label="units")


class Migration(migrations.Migration):
    dependencies = [
        ("units", "0008_tables_of_posts_and_acts"),
        ("posts", "0001_initial"),
        ("acts", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *(
                    migrations.AlterField(each, "act", refers_to_act("%(class)ss"))
                    for each in DATED
                ),
                migrations.AlterField("succession", "act", refers_to_act("successions")),
                migrations.DeleteModel("ActStep"),
                migrations.DeleteModel("Act"),
                migrations.DeleteModel("Post"),
            ]
        ),
        migrations.RunPython(name_types, name_types_back),
    ]
