"""The agreement is of a size that people can read."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The agreement is of a size that people can read.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Limits keep a slip, or a trick, from using up the computer: 5 MiB in all, 1 MiB in one text, 100 levels, 250,000 entries, 20 files.",
    question="Is this meant to be so large?",
    cases={"text": Case("error", "Take out what is not part of the agreement.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
    good="""
soa: 1
""",
)
