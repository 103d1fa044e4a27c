"""Commands about the organisation."""
