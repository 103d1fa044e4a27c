"""Tests of reading figures in Vietnamese text."""
