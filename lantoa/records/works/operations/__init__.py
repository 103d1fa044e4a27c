"""Recording works, keeping their lists, and adding proof."""

from lantoa.records.works.operations.proving import add_proof, add_proofs, remove_proof
from lantoa.records.works.operations.recording import (
    DONE,
    adopt_known,
    correct,
    record,
    record_many,
    withdraw,
)

__all__ = [
    "DONE",
    "add_proof",
    "add_proofs",
    "adopt_known",
    "correct",
    "record",
    "record_many",
    "remove_proof",
    "withdraw",
]
