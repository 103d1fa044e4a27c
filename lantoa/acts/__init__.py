"""Acts: dated decisions about many units: tried, approved, and reversed while nobody built on them.

`steps` says what a decision is, `spreadsheet` reads one; `drafting` writes it down, `simulation`
shows what it would do, `applying` approves and `reversing` undoes it; `history` reads what was,
`crossing` what figures must say of it; `matters` and `others` ask what refers to units.
"""
