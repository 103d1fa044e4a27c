"""A folder that declares nothing."""
