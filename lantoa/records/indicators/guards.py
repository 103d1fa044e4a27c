"""What the database refuses of indicators."""

from lantoa.records.record.guards import guards_of

GUARDS = guards_of("indicators_indicator", ["sort_id", "value", "whole", "approximation", "agency"])
