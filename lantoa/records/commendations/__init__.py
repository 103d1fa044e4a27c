"""Who was commended: praise and awards apart, from proposal to decision, as counts."""
