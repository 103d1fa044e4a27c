"""Tests of good models and practices."""
