"""Strangers' files, each opened in a process of its own. Plain Python.

Whoever sends a file is a stranger, and what opens it may be old, large and written in C. So a file
is opened by another process, with bounds of time and memory and no setting of ours; what comes back
is plain data: the text of a document, the cells of a workbook, a picture written anew, the number
of pages. What cannot be opened is refused by `Unreadable`, in Vietnamese words to act on.
Importing this package imports nothing: the other process begins with it.
"""
