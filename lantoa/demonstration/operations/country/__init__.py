"""The whole country as a test bed: real areas around 1 July 2025, everything else made up."""
