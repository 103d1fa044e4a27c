"""What units do: one package a kind of record, none of which knows another."""
