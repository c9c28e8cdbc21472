"""Word files in the form of GB/T 9704, built with python-docx."""
