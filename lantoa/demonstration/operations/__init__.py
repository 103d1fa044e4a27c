"""Building the demonstration, step by step; each step finds its work done the second time."""
