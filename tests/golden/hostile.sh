# Hostile files end in findings or one line, under the sanitizers.
exec python3 tests/documents/hostile.py
