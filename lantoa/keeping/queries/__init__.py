"""Asking how the installation is."""
