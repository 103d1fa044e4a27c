"""From paper: files to text, figures to proposals, and a person who confirms each."""
