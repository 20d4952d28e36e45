"""Words for bodies, posts and groups: what tells one accountable name from a crowd."""

PLACEHOLDERS = frozenset(
    """
tbc tba tbd tbn none nobody unknown unassigned vacant pending na nil x xx xxx xxxx ditto blank unclear undecided various varies
multiple several everyone everybody all ongoing shared collective joint
""".split()
)
UNFILLED = frozenset("tbc tba tbd tbn insert enter please xxx xxxx".split())
"""Words that mark a space nobody has filled, wherever they stand."""

PLACEHOLDER_PHRASES = tuple(
    tuple(line.split())
    for line in """
to be confirmed
to be agreed
to be decided
to be determined
to be identified
to be appointed
to be advised
to be named
to be allocated
to be assigned
to be established
not known
not yet
not applicable
not agreed
not assigned
no lead
no owner
not identified
as appropriate
as required
as relevant
as per
to follow
will be named
will be identified
will be appointed
will be agreed
will be confirmed
will be decided
to be set
to be formed
to be created
as needed
as necessary
see above
see below
see action
same as
ditto
as above
still to be
yet to be
under discussion
name needed
lead needed
n a
""".strip().splitlines()
)
"""Ways of writing that nobody has been named."""

EVERYBODY = frozenset(
    """
everyone everybody everyone's everybody's nobody multi-agency multiagency cross-agency cross-council all various several multiple relevant
many each every different both any some respective individual range two three four five six seven eight numerous
appropriate collectively jointly joint-leads co-leads other
""".split()
)
"""Opening words after which no single body or post follows."""

CROWDS = frozenset(
    """
partners agencies organisations organizations bodies stakeholders departments teams directors authorities officers
leads managers heads owners providers members groups boards partnerships signatories forums colleagues employers
schools practitioners ministries communities community residents citizens actors parties institutions councils staff
directorates parents volunteers businesses areas sector sectors partner agency people public individuals households
workforce leaders charities trusts networks teachers gps nurses committees clusters landlords professionals
universities colleges companies localities hubs associations ngos families rsls subgroups sub-groups
""".split()
)
"""Last words of a name that leave open which one."""

WHOLE_PARTNERSHIP = frozenset(
    "cpp cpps cp planning community partnership partnerships board strategic local the executive "
    "group team forum management leadership our and single council area full".split()
)
"""A name made of these words only, with *partnership* or *CPP* among them, is the partnership itself."""

GROUPS = frozenset(
    """
group subgroup sub-group partnership board forum committee network taskforce task-force force alliance collaborative
consortium panel coalition secretariat workstream sub-committee assembly steering hub collaboration cluster council_of
team programme adp adps csp cspp yjmg cpg capcp adsg mallg
""".split()
)
"""Last words of the name of a standing group."""

GROUP_FILLERS = frozenset(
    """
finish to be the a an our this that working steering task short life short-life project planning delivery strategic
implementation thematic theme themed sub joint multi-agency multi agency interagency inter-agency action local
operational new core oversight reference development partnership partners management group board forum committee team
strategy co-ordinating coordinating coordination cross-agency programme relevant leadership officer officers
""".split()
)
"""Words that do not yet tell one group from another."""

BODY_PHRASES = tuple(
    tuple(line.split())
    for line in """
health board
nhs board
integration joint board
joint integration board
integrated joint board
integration board
integration authority
police board
fire board
police authority
health and social care partnership
health social care partnership
social care partnership
health and care partnership
community health partnership
community health and care partnership
transport partnership
valuation joint board
management executive
housing executive
safety executive
scottish executive
college board
licensing board
education board
skills board
enterprise board
tourist board
national park
voluntary action
children s reporter
citizens advice
parole board
mental welfare commission
city council
county council
district council
islands council
""".strip().splitlines()
)
"""Bodies whose names end like a group's, and yet have a chief officer and a duty of their own."""

BODIES = frozenset(
    """
council nhs police fire hscp hscps ijb ijbs chcp chp chscp sepa sfrs sds hie se sac sas tsi sportscotland snh
visitscotland jobcentre ambulance scotland constabulary college university authority interface trust agency ministry
government department directorate division unit service services corporation commission executive inspectorate
association society foundation institute charity cvs tsos dwp jcp cosla naturescot ltd limited plc company llp cic
homes spa hse scra copfs opg sps uhi dtas prison church chamber federation enterprise
""".split()
)
"""Words in the name of one body."""

BARE_LABELS = frozenset("lead owner responsible accountable partner agency by".split())
"""Labels that, with nothing after them, leave the name open."""

IN_COMMON = frozenset("shared joint collective".split())
BY_THEMSELVES = frozenset("police nhs hscp sepa sfrs hie sds dwp ijb cosla sportscotland naturescot tsi".split())
"""Bodies known by one word: after "and" it begins another name, and never ends the name before."""

POSTS = frozenset(
    """
director head manager officer chief convener convenor leader chair chairperson chairman chairwoman provost secretary
constable commander superintendent inspector sergeant coordinator co-ordinator headteacher consultant minister
commissioner controller treasurer solicitor registrar analyst adviser advisor engineer planner accountant dean rector
holder sheriff champion supervisor strategist archivist warden depute deputy psychologist nurse dentist librarian
surveyor reporter ceo cfo principal lead specialist worker lieutenant governor president mayor cabinet_member
councillor pharmacist
""".split()
)
"""Words in the name of one post."""

LEADS = frozenset(
    "lead leads leader-body leading led responsible accountable owner owned sponsor convened chaired coordinated "
    "co-ordinated leadership".split()
)
LEAD_LABELS = frozenset(
    """
lead leading responsible accountable owner sponsor partner body agency organisation organization officer post person
responsibility department service member the main overall organisation(s) senior action by led owned is coordinated
co-ordinated led-by named outcome delivery authority board project who whom
""".split()
)
SUPPORTING = frozenset(
    "with supported supporting assisted alongside contributors contributing partners support working through via "
    "following reporting helped including".split()
)
VERBS = frozenset(
    """
will is are has have was were leads manages oversees coordinates co-ordinates coordinated delivers delivered leading
must should shall would can may takes holds retains carries reports chairs hosts provides owns who which that
""".split()
)
