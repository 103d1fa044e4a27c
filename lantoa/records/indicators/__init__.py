"""Numbers of the area that reports cite: schools, doctors, households out of poverty."""
