"""Comparing every row and file with what the trail says of it, in a database or in a copy."""

from lantoa.keeping.operations.verifying.compared import Mismatch, Verification, verified
from lantoa.keeping.operations.verifying.copied import InCopy
from lantoa.keeping.operations.verifying.stored import InDatabase

__all__ = ["InCopy", "InDatabase", "Mismatch", "Verification", "verified"]
