"""Lines that fill an installation with names, and erase some of them, run by themselves.

Its tables are there already.
"""

from tests.persons.naming import GIVER

OTHER = "Nguyễn Văn Ổi"
READY = f"""from django.db import transaction
from lantoa.persons.models import PersonName
from lantoa.persons.operations import erase, erase_account_name
from lantoa.posts.operations.accounts import switch
from tests import build
from tests.persons.naming import taken, ward
OTHER = {OTHER!r}
"""
FILL = f"""{READY}
with transaction.atomic():
    place = ward()
    user = build.clerk(place.commune, username="le-van-mit", name="Lê Văn Mít")
    for n in range(300):
        taken(place, f"Người số {{n}}")
    taken(place)
    taken(place, OTHER)
    for n in range(300):
        taken(place, f"Người sau {{n}}")
"""
ERASE = f"""{READY}
from lantoa.people.models import User
user = User.objects.get(username="le-van-mit")
keeper = User.objects.filter(posts__right="admin").first()
held = PersonName.objects.get(name={GIVER!r})
erase(held, by=keeper, at=build.NOW, why="yêu cầu")
switch(user, is_active=False, by=keeper, at=build.NOW, on=build.NOW.date())
erase_account_name(user, by=keeper, at=build.NOW, why="nghỉ việc")
"""
