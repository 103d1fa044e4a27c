"""Tables of works, their money by source, those who benefit, proof, and two lists."""

from lantoa.records.works.models.lists import BeneficiaryClass, WorkSort
from lantoa.records.works.models.plain import COST, EFFORT, SERVED, WHAT
from lantoa.records.works.models.proof import Proof
from lantoa.records.works.models.work import GOODS, GRANTED, MONEY, WATCHED, Work

__all__ = [
    "COST",
    "EFFORT",
    "GOODS",
    "GRANTED",
    "MONEY",
    "SERVED",
    "WATCHED",
    "WHAT",
    "BeneficiaryClass",
    "Proof",
    "Work",
    "WorkSort",
]
