"""Money that units keep track of: funds, and each transfer one row. No accountant's book."""
