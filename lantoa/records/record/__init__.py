"""What every kind of record shares: columns, the two clocks, keys, corrections, withdrawals."""
