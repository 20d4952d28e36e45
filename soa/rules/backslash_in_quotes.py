"""A backslash in double quotes is written twice, or the text in single quotes."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A backslash in double quotes is written twice, or the text in single quotes.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="In double quotes a backslash begins a special character.",
    question="Is the backslash meant?",
    cases={"text": Case("error", "Put the text in single quotes.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: "Reports in C:\\Users\\Plans"  # here
""",
    good="""
contributors:
  - partner: council
    contribution: 'Reports in C:\\Users\\Plans'
""",
)
