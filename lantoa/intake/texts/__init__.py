"""Texts of documents: how each kind of file is read, and the text that comes of it."""
