"""What units, heads and members took on: pledges as counts, tasks, standards, pacts."""
