"""An exception names rules that there are, in the form in which exceptions are written."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

_FORM = "Write # soa: ignore[rule] and the reason, such as # soa: ignore[no-baseline] First survey in May (until 2014-03-31)."

RULE = Rule(
    family="exceptions",
    summary="An exception names the rules from which it is claimed, in the form in which exceptions are written.",
    authority="format",
    sources=(Citation("soa 1", "Exceptions"),),
    rationale="An exception that is misspelt would silence nothing, or something else than was meant, without a word.",
    question="Which point is this exception for?",
    cases={
        "form": Case("error", _FORM),
        "unknown-rule": Case("error", "Write the rule's name as it stands beside the finding."),
        "not-possible": Case("error", "Mend what the finding is about, and take the exception out."),
    },
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  # soa: ignore[no-basline] The first survey is in May  # here
  - {partner: council, contribution: Four home care staff for the falls team}
""",
    good="""
contributors:
  # The number of staff was agreed in May.
  - {partner: council, contribution: Four home care staff for the falls team}
""",
)
