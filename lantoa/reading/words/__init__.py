"""Word lists: which nouns are counted, and which words make a number a name."""
