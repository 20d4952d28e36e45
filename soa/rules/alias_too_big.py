"""Aliases do not multiply what they stand for."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Aliases do not multiply what they stand for.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A few lines could otherwise stand for more than any computer holds.",
    question="What does this stand for?",
    cases={"text": Case("error", "Write the answers out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
x-a: &a [x, x, x, x, x, x, x, x, x, x]
x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
x-f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
soa: 1
""",
    good="""
soa: 1
""",
)
