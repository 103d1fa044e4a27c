"""A kind of record that does not exist, declared to see that the house finds it everywhere."""
