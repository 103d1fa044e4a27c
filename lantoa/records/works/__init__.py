"""Houses, roads, canals, lots and gifts: what was made, with which money, for whom."""
