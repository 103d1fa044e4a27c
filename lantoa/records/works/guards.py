"""What the database refuses of works."""

from lantoa.records.record.guards import guards_of
from lantoa.records.works.models import BENEFICIARIES, MONEY
from lantoa.trail.guards import never_deleted

GUARDS = [
    *guards_of(
        "works_work",
        [
            "sort",
            "house",
            "title",
            "place",
            "quantity",
            "workdays",
            "partners",
            "money_approximation",
            "money_words",
            *MONEY,
            *BENEFICIARIES,
        ],
    ),
    never_deleted("works_proof"),
]
