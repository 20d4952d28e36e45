"""Every key that is needed is there and has an answer."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Every key that is needed is there and has an answer.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="A part without its id, name or unit cannot be read by anyone else.",
    question="What belongs here?",
    cases={
        "absent": Case("error", "Add the line."),
        "empty": Case("error", "Write the answer, or take the key out if it may be left out."),
    },
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council  # here
  - partner: nhs-beg
    contribution:  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
