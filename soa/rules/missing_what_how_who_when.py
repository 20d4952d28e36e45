"""An outcome answers four questions: what will improve, how, by whom and when."""

from soa.model.outcome import Outcome
from soa.rules._rule import Case, Citation, Claim, Rule

RULE = Rule(
    family="outcomes",
    summary="Every outcome says what will improve, how it will be done, by whom, and when.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§19, §79"), Citation("East Lothian 2013", "3.8, 3.16")),
    rationale="Auditors found agreements in which nobody could tell what would be different, who would see to it, or when. These four answers are what they asked for, and the format is built of them.",
    question="What will improve, how, by whom and when?",
    cases={
        "what": Case(
            "error",
            "Add what: with a statement of the change and at least one indicator; or say honestly with not_yet who will settle it, and when.",
        ),
        "how": Case(
            "error",
            "Add how: with at least one action, its owner and its date; or say honestly with not_yet who will settle it, and when.",
        ),
        "by-whom": Case(
            "error",
            "Write by_whom: and below it lead: with the one partner who leads, and post: with the post that answers; or say honestly with not_yet who will settle it, and when.",
        ),
        "when": Case(
            "error",
            "Add when: with targets for the indicators; or say honestly with not_yet who will settle it, and when.",
        ),
    },
    on=(Outcome,),
    example_of="outcome",
    bad="""
- id: falls  # here
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
  by_whom:
    lead: hscp
    post: Chief Officer
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014-15, value: 20.4}
          - {period: 2016-17, value: 18.5}
""",
    good="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
  how:
    - action: A next-day visit to everyone who falls
      owner: nhs-beg
      due: 2014-12-01
  by_whom:
    lead: hscp
    post: Chief Officer
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014-15, value: 20.4}
          - {period: 2016-17, value: 18.5}
""",
    claims=(
        Claim(Outcome, "what", ("missing", "words", "list"), "what", "this outcome does not say what will improve"),
        Claim(Outcome, "how", ("missing", "words"), "how", "this outcome does not say how it will be done"),
        Claim(Outcome, "by_whom", ("missing", "words", "list"), "by-whom", "this outcome does not say who will do it"),
        Claim(
            Outcome, "when", ("missing", "words", "list"), "when", "this outcome does not say when it will be reached"
        ),
    ),
    requirements=("R01",),
    decided="The catalogue excuses a stopped outcome; here it keeps its four answers, because the format asks that, and readers want to know what was given up. An answer still to come is excused by not_yet.",
)
