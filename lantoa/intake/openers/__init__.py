"""What opens workbooks, pictures and papers; each module runs in a process of its own."""
