"""The demonstration: five real localities as published, and one simulated commune."""
