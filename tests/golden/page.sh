# The page of findings, read back by a parser of its own.
exec python3 tests/documents/page.py
