"""Tags of pages into which people type."""
