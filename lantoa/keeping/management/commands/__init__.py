"""Commands with which an installation begins."""
