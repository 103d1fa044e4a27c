"""How days and numbers are read and written: by language, and in the boxes of pages."""
