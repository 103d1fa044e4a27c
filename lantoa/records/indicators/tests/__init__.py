"""What is checked of indicators."""
