"""What words mean: whether a measure is about an outcome, a priority is specific, and a commitment has an owner."""

from soa.language.kind import kind_of
from soa.language.ownership import ownership_of
from soa.language.specificity import specificity_of
from soa.language.verdict import Verdict

__all__ = ["Verdict", "kind_of", "ownership_of", "specificity_of"]
