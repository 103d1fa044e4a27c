"""What giving promises."""
