"""What works promise beyond what every kind does."""
