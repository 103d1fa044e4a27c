"""The organisation over time: units, their names, codes and places, and who may reach them."""
