"""Tables of posts and acts move from units and back, and every row is where it was.

Tables that came later than the move go with their rows: no installation of before had them.
"""

from tests.keeping.running import POPULATE, python

LOOK = """
from django.db import connection
from tests.whole import faults
from tests.acts.acts import country, reorganised
from lantoa.keeping.operations.tables import tables
from tests.keeping.installation import every_row
from tests.test_guards import declared, laid

def named(*labels):
    found = connection.introspection.table_names()
    return sorted(name for name in found if name.startswith(labels))

def moved(table):
    return table.name.startswith(('posts.', 'acts.'))

# what came later goes on the way back, and comes anew: columns of the first two, rows of the last
GREW_LATER = {'indicators.sort', 'works.work', 'posts.factorrule'}
"""
THERE_AND_BACK = """
reorganised(country())
before = every_row()
call_command('migrate', 'units', '0007', verbosity=0)
print(named('posts_', 'acts_', 'units_act', 'units_post'))
print(sorted(name for name in laid() if 'act' in name.split('_')[1]))
held = named('')
kept = [each for each in tables() if moved(each) or each.model._meta.db_table in held]
call_command('migrate', verbosity=0)
print(named('posts_', 'acts_', 'units_act', 'units_post'))
print(set(laid()) == {guard.name for guard in declared()}, list(faults()))
differ = [each.name for each in kept if list(each.lines()) != before[each.name]]
print([name for name in differ if name not in GREW_LATER])
print({'units.unit', 'people.user', 'meetings.meeting'} <= {each.name for each in kept})
print([len(before[name]) > 0 for name in ('posts.post', 'acts.act', 'acts.actstep')])
"""


def test_posts_and_acts_go_back_to_units_and_return_without_losing_a_row(tmp_path, another, ready):
    ready(tmp_path, database=another)
    said = python(tmp_path, POPULATE + LOOK + THERE_AND_BACK, database=another)

    assert said.splitlines() == [
        "['units_act', 'units_actstep', 'units_actstep_receives', 'units_post']",
        "['units_act_approved_for_good', 'units_act_stays', "
        "'units_actstep_receives_stays_on_delete', 'units_actstep_receives_stays_on_update', "
        "'units_actstep_stays_on_delete', 'units_actstep_stays_on_update']",
        "['acts_act', 'acts_actstep', 'acts_actstep_receives', 'posts_factorrule', 'posts_post']",
        "True []",
        "[]",
        "True",
        "[True, True, True]",
    ]
