"""The command line: the only place with files, streams and exit codes."""
