"""An agreement that is called agreed has been signed by those who are party to it."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._signatories import signatories

_GOVERNMENT = "scottish-government"
_LOCAL = "local-outcomes-improvement-plan"


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """List everyone whose signature is missing, and signatures older than what they stand under."""
    agreement = subject.part
    header, entries = agreement.agreement, each(agreement.sign_off)
    if header.status != "agreed" or HOLE in (header.kind, agreement.partners, agreement.sign_off):
        return
    if HOLE in agreement.partners or any(entry is HOLE or entry.partner is HOLE for entry in entries):
        return
    signed = {entry.partner for entry in entries}
    unsigned = subject.lookup.called([name for name in signatories(subject.lookup) if name not in signed])
    local = header.kind == _LOCAL
    if not local and not signed & _names_of_government(agreement):
        unsigned = f"{unsigned}, the Scottish Government" if unsigned else "the Scottish Government"
    if unsigned:
        yield Problem(
            "unsigned-plan" if local else "unsigned",
            f"it is marked as agreed, and no signature with a date is recorded for: {unsigned}",
            at=("sign_off",) if given(agreement.sign_off) else ("agreement", "status"),
        )
    yield from _too_early(subject)


def _names_of_government(agreement: Agreement) -> set[str]:
    """The ways in which a signature of the Scottish Government can be written."""
    return {
        _GOVERNMENT,
        *(partner.id for partner in agreement.partners if str(partner.name).lower() == "scottish government"),
    }


def _too_early(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Signatures from before the agreement was submitted, all in one finding."""
    submitted = subject.part.agreement.submitted
    if not sound(submitted):
        return
    early = [
        (index, entry)
        for index, entry in enumerate(each(subject.part.sign_off))
        if sound(entry.date) and entry.date.last_day < submitted.first_day
    ]
    if early:
        names = subject.lookup.called([entry.partner for _, entry in early])
        yield Problem(
            "early",
            f"signed before the agreement was submitted ({submitted}), so that it is not certain what was signed: {names}",
            at=("sign_off", early[0][0], "date"),
            related=(
                (("agreement", "submitted"), "it was submitted here"),
                *(((("sign_off", index, "date"), "here too")) for index, _ in early[1:]),
            ),
        )


RULE = Rule(
    family="governance",
    summary="An agreement that is marked as agreed records who signed it, and when.",
    authority="guidance",
    sources=(
        Citation("Guidance 2012", "agreements between the Scottish Government and each partnership"),
        Citation("Audit Scotland 2013", "§35, §46"),
        Citation("HMIC 2012", "1.1"),
        Citation("Grampian 2012", "S1 Q1"),
    ),
    rationale="A Single Outcome Agreement is made between the partners and the Scottish Government, and binds those who signed it. A local outcomes improvement plan is the partners' own: no law asks for signatures, so a missing one is a warning there.",
    question="Who has put their name to this, and on which day?",
    cases={
        "unsigned": Case(
            "error",
            "Add sign_off: with partner, body and date for each; for one still to come write not_yet in its entry. A partner that does not sign has signs: false.",
        ),
        "unsigned-plan": Case(
            "warning",
            "Add sign_off: with partner, body and date for each, or signs: false to partners that do not sign.",
        ),
        "early": Case("warning", "Check the dates; where nothing changed afterwards, say so in the foreword."),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: agreed  # here
  submitted: 2013-03-28
  agreed: 2013-05-30
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: submitted
  submitted: 2013-03-28
""",
    check=check,
    requirements=("R93",),
    decided="Only partners that sign are asked, statutory ones unless they say otherwise, and the government for Single Outcome Agreements only. A signature from before the day of submission may still cover the same words: a warning.",
)
