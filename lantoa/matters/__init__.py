"""What waits for a unit's word: proposals, opinions, remedies, tasks, questions; one thing all."""
