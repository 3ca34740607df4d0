# Annotated copies, read back by zipfile and ElementTree.
exec python3 tests/documents/annotated.py
