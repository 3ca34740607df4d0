# PDF files by way of poppler's programs.
exec python3 tests/documents/pdf.py
