"""A text with a hash sign after a space stands in quotes."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A text with a hash sign after a space stands in quotes.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"), Citation("YAML 1.2", "6.6 Comments")),
    rationale="From the hash sign on, the rest of the line is a note to the author, and is lost to every reader.",
    question="Is the end of this line part of the text?",
    cases={"text": Case("warning", "Put the whole text in quotes, or write a space after the # of a note.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: Four home care staff for falls team #2 in the north  # here
""",
    good="""
contributors:
  - partner: council
    contribution: "Four home care staff for falls team #2 in the north"  # two of them part-time
""",
)
