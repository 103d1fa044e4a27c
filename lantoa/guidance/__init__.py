"""What is asked of units: documents and themes, and who owes which kind of record; all dated."""
