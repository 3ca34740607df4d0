# What Word and OpenDocument files hold beside their text.
exec python3 tests/documents/states.py
