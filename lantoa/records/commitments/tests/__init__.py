"""What commitments promise."""
