"""What outreach promises."""
