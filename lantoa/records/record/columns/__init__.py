"""The columns of records. A column says once what it is called, asks, counts in and refuses.

Each is a subclass of Django's own field on the model of a kind. Guards, boxes of forms, facts on
the page, plain sums, the digest and the checks of an entry are read from it.
"""

from lantoa.records.record.columns.column import Part, RecordColumn
from lantoa.records.record.columns.listing import columns_of, names, parts_of
from lantoa.records.record.columns.named import Whom, named_columns
from lantoa.records.record.columns.refusing import (
    LARGEST_AMOUNT,
    NO_SUCH_CHOICE,
    TOO_LONG,
    WRONG_ADDRESS,
    at_most,
    web_address,
)
from lantoa.records.record.columns.sorts import (
    Address,
    Choice,
    Count,
    Day,
    DayColumn,
    Decimals,
    Dong,
    Flag,
    Mark,
    Number,
    OneOf,
    Phrase,
    Several,
    SomeDay,
    Times,
    Value,
    WholeColumn,
)
from lantoa.records.record.columns.tied import MOST_TIES, TOO_MANY, Tied, clean_outside

__all__ = [
    "LARGEST_AMOUNT",
    "MOST_TIES",
    "NO_SUCH_CHOICE",
    "TOO_LONG",
    "TOO_MANY",
    "WRONG_ADDRESS",
    "Address",
    "Choice",
    "Count",
    "Day",
    "DayColumn",
    "Decimals",
    "Dong",
    "Flag",
    "Mark",
    "Number",
    "OneOf",
    "Part",
    "Phrase",
    "RecordColumn",
    "Several",
    "SomeDay",
    "Tied",
    "Times",
    "Value",
    "WholeColumn",
    "Whom",
    "at_most",
    "clean_outside",
    "columns_of",
    "named_columns",
    "names",
    "parts_of",
    "web_address",
]
