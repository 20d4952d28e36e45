"""The agreement as frozen parts: the one source of the format, its JSON Schema and its documentation."""
