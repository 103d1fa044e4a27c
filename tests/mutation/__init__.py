"""Small changes to the code, made on purpose, to see whether a test notices."""
