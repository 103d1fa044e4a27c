"""What the database refuses of quoted figures."""

from lantoa.records.record.guards import guards_of

GUARDS = guards_of(
    "quotations_quotation",
    [
        "what",
        "measure",
        "measured_in",
        "is_share",
        "value",
        "scale",
        "whole",
        "approximation",
    ],
)
