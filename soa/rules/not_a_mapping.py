"""The file begins with keys: soa, agreement, vision and so on."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file begins with keys: soa, agreement, vision and so on.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A list or a single text is no agreement.",
    question="Is this the right file?",
    cases={"text": Case("error", "Write each key on a line of its own, followed by a colon and its answer.")},
    on=(Agreement,),
    example_of="file",
    bad="""
- Fewer people fall
- More people work
""",
    good="""
soa: 1
""",
)
