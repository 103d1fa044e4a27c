"""What money promises."""
