"""What was acknowledged is there afterwards: kills under load, full disks, writes that are waited for."""
