"""`python -m soa`: the same as the command `soa`."""

from soa.cli.main import entry

entry()
