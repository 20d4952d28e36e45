"""A text that YAML would read otherwise stands in quotes."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A text that YAML would read otherwise stands in quotes.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A colon, a comma inside braces, or a mark such as @ at the start ends the text or makes a key of it.",
    question="Where does this text end?",
    cases={"text": Case("error", "Put the whole text in quotes.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: Falls team: four home care staff  # here
""",
    good="""
contributors:
  - partner: council
    contribution: "Falls team: four home care staff"
""",
    gives_way_to=("wrong-form", "wrong-type"),
)
