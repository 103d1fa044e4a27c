"""Goes through the pages of decisions as people do: sends a list, tries it, has it approved."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.acts.models import Act
from lantoa.acts.steps import Sort, Step
from lantoa.acts.template import act_template
from tests.acts.acts import passed

HEAD = {
    "number": "1654/NQ-UBTVQH15",
    "issuer": "Ủy ban Thường vụ Quốc hội",
    "signed_on": "2025-06-16",
    "in_force_from": "2025-07-01",
    "title": "Sắp xếp các xã",
}
MERGE = [
    ("hợp nhất", "30682", "30999", "Xã Thoại Sơn", "", "89", "", ""),
    ("hợp nhất", "30706", "30999", "", "", "", "", ""),
]


def sign_in(client, user):
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")


def page(name, unit, *more):
    return reverse(f"reorganisation:{name}", args=[unit.uuid, *more])


def send(client, unit, rows, **more):
    file = SimpleUploadedFile("ds.xlsx", act_template(rows))
    return client.post(page("draft", unit), HEAD | {"file": file} | more, follow=True)


def text(answer):
    return answer.content.decode()


def said(answer):
    """Return a page without the token that is fresh in each."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', "", text(answer))


def simulated(client, land, author):
    """Draft and try a merge as its author; return the act."""
    sign_in(client, author)
    send(client, land.province, MERGE)
    act = Act.objects.get()
    client.post(page("simulate", land.province, act.uuid))
    act.refresh_from_db()
    return act


def approved(client, land, author, approver):
    act = simulated(client, land, author)
    sign_in(client, approver)
    client.post(page("approve", land.province, act.uuid), {"fingerprint": act.fingerprint})
    act.refresh_from_db()
    return act


def merge(land):
    """Merge the first two communes into a new one under the province."""
    first, second = land.communes[:2]
    return passed(
        [
            Step(
                sort=Sort.MERGE,
                unit=first.pk,
                code="30999",
                name="Xã Thoại Sơn",
                parent=land.province.pk,
            ),
            Step(sort=Sort.MERGE, unit=second.pk, code="30999"),
        ]
    )


def split(land):
    """Divide the third commune in two, and end the district."""
    third, cells = land.communes[2], land.cells[2]
    part = {"sort": Sort.SPLIT, "unit": third.pk, "parent": land.province.pk}
    return passed(
        [
            Step(**part, code="1", name="Xã Bắc", receives=(cells[0].pk,), successor="1"),
            Step(**part, code="2", name="Xã Nam", receives=(cells[1].pk,)),
            Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.province.pk),
            Step(sort=Sort.MOVE, unit=land.communes[1].pk, parent=land.province.pk),
            Step(sort=Sort.CLOSE, unit=land.district.pk),
        ]
    )
