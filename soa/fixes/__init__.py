"""Mending the text of an agreement where a finding has one right answer; every byte outside the change stays."""
