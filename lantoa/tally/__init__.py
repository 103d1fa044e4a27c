"""Records, counted: what every measure comes to, for any unit, period and chart."""
