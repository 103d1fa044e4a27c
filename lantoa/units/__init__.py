"""The organisation over time: units, their names, codes and places."""
