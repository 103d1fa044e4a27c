"""What was written: the seal of every row, and which rows one transaction wrote."""
