"""The file is text in UTF-8."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file is text in UTF-8.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Some programs save other alphabets; letters with accents are then lost.",
    question="In which form was this saved?",
    cases={"text": Case("error", "Save the file as UTF-8: in Notepad under Save as, Encoding.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - {partner: council, contribution: "Four  staff"}
""",
    good="""
contributors:
  - {partner: council, contribution: Four home care staff for the falls team}
""",
)
