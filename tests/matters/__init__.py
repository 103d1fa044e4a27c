"""What matters promise: raised, kept, answered, handed on, closed, and never lost."""
