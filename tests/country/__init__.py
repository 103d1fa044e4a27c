"""Tests of the whole country as a test bed, away from the demonstration, whose codes it shares."""
