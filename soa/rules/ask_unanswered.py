"""What was asked of government or a partner has been answered."""

from collections.abc import Iterator

from soa.model.lookup import given
from soa.model.part import sound
from soa.model.resources import Ask
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Ask]) -> Iterator[Problem]:
    """Compare the day with today; what stands in a draft has not been asked yet."""
    ask = subject.part
    if given(ask.response) or given(ask.response_date) or sound(ask.not_yet):
        return
    if subject.lookup.agreement.agreement.status == "draft" or not sound(ask.by):
        return
    if ask.by.last_day < subject.as_of:
        who = "the Scottish Government" if ask.of == "scottish-government" else subject.lookup.called([ask.of])
        yield Problem("unanswered", f"{who} was asked to answer by {ask.by}, and no answer is recorded", at=("by",))


RULE = Rule(
    family="progress",
    summary="What was asked of the Scottish Government or of a partner is answered by the day it names.",
    authority="practice",
    sources=(
        Citation("Audit Scotland 2013", "§11, §32, §62, §79"),
        Citation("North Lanarkshire 2012", "1.8"),
        Citation("Grampian 2012", "S1 Q5"),
    ),
    rationale="An agreement binds both sides. A question without an answer holds up work that partners have promised, and this point is for the body that was asked, not for those who ask.",
    question="We were asked for this: what is our answer?",
    cases={
        "unanswered": Case(
            "warning",
            "Write the answer under response with response_date; if there is none, raise it with the body that was asked, and agree a new day.",
        )
    },
    on=(Ask,),
    example_of="asks",
    bad="""
asks:
  - id: ask-data
    of: scottish-government
    ask: Let health and care records be linked for falls
    serves: [falls]
    by: 2013-04-30  # here
""",
    good="""
asks:
  - id: ask-data
    of: scottish-government
    ask: Let health and care records be linked for falls
    serves: [falls]
    by: 2013-04-30
    response: Guidance for all boards will be issued before the winter
    response_date: 2013-04-24
""",
    check=check,
    needs=("of", "ask"),
    needs_today=True,
    requirements=("R109", "R133"),
    decided="Not asked of a draft: what stands there has been put to nobody yet.",
)
