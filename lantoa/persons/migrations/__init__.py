"""Steps from an earlier form of the tables to this one."""
