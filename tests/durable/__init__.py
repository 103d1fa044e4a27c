"""What was acknowledged is there afterwards: through kills, full disks and power cuts."""
