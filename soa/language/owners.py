"""Words for bodies, posts, crowds and groups: what tells one accountable name from many."""


def _phrases(lines: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in lines.strip().splitlines())


# Spaces nobody has filled.

PLACEHOLDERS = frozenset(
    """
tbc tba tbd tbn none nobody no-one unknown unassigned unallocated unspecified vacant vacancy pending na nil x xx xxx
xxxx ditto blank unclear undecided undetermined various varies multiple several everyone everybody all ongoing shared
collective joint name names open same locally nationally regionally complete completed closed done achieved check
partner agency officer organisation
""".split()
)
"""Words that name nobody when they stand alone, or two together."""

UNFILLED = frozenset("tbc tba tbd tbn insert enter please xxx xxxx varies varied rotates rotating".split())
"""Words that mark a space nobody has filled, wherever they stand."""

SETTLED = frozenset(
    """
confirmed agreed decided determined identified appointed advised named allocated assigned established set formed
created recruited nominated discussed finalised finalized filled clarified resolved settled approved arranged
completed applicable known stated specified available recorded given provided yet designated selected chosen defined
""".split()
)
"""What has still to happen to a name after "to be", "will be" and "not"."""

UNSETTLED = frozenset("awaiting awaited pending dependent depends depending subject per refer".split())
"""Words that open a placeholder."""

DECIDED = frozenset("decided determined agreed".split())
"""Words that open a sentence about how somebody is found: "decided case by case"."""

NOBODY = frozenset("none nobody no-one nil unknown vacant vacancy".split())
"""Words that open a placeholder unless they are part of a longer name, such as Vacant and Derelict Land."""
DECIDING = frozenset("decide agree confirm nominate identify appoint determine".split())
"""Verbs after "to" that end a sentence in which nobody is named: "board to decide"."""

NEGATIONS = frozenset("not none no".split())
LABELS = frozenset(
    """
lead leads owner owners responsible accountable nominated designated named identified allocated relevant appropriate
partner agency by officer person post organisation organization body name names individual responsibility manager
service member role
""".split()
)
"""Words of a heading such as "Lead officer" or "Responsible body", which with nothing after them leave the name open."""

LABELLING = frozenset(
    "lead leads owner owners responsible accountable nominated designated named identified allocated relevant appropriate "
    "by name names responsibility".split()
)
"""The words without which such a heading is a name: "Service manager" is a post, "Responsible manager" is not."""

POINTING = frozenset(
    "above below before per appropriate required relevant necessary needed agreed applicable action actions section plan".split()
)
"""Words after "as", "see" or "same as" that send the reader elsewhere."""

PLACEHOLDER_PHRASES = _phrases(
    """
to follow
not yet
same as
refer to
as for
still to be
yet to be
under discussion
under review
under consideration
under development
under recruitment
in development
in discussion
for discussion
name needed
lead needed
lead required
new post
new role
n a
no one
no lead
no owner
"""
)
"""Other ways of writing that nobody has been named."""

IN_COMMON = frozenset("shared joint collective jointly collectively".split())
COMMON_NOUNS = frozenset(
    "responsibility ownership accountability leadership lead effort approach working delivery management owned".split()
)
"""Words after "joint" and "shared" that name a way of working, not a body."""

SHARED = frozenset("shared split divided spread jointly".split())
AMONG = frozenset("between by across among amongst with of for".split())
"""Words between a duty held in common and those who hold it: "shared between"."""

# Everybody, and crowds.

EVERYBODY = frozenset(
    """
everyone everybody everyone's everybody's nobody multi-agency multiagency cross-agency cross-council all various
several multiple relevant many each every different both any some respective individual range two three four five six
seven eight numerous whole appropriate collectively jointly joint-leads co-leads co-chairs other multi-disciplinary
interagency inter-agency multi more anyone whoever whichever whatever those mix mixture combination number variety
""".split()
)
"""Opening words after which no single body or post follows."""

MULTIPLE = frozenset("multi-agency multiagency multi-disciplinary interagency inter-agency multi whole".split())
"""Those of the words that also open the name of a group: "Multi-agency Safeguarding Hub"."""

CROWD_NOUNS = frozenset(
    """
partner agency organisation organization body stakeholder department team authority owner provider member group board
partnership signatory forum colleague employer school practitioner ministry community resident citizen actor party
institution council directorate parent volunteer business area person individual household charity trust network gp
committee cluster landlord professional university college company locality hub association ngo family subgroup
sub-group sub-committee carer learner pupil student tenant customer nursery playgroup club church congregation
hospital practice surgery pharmacy clinic prison farmer crofter grower landowner developer builder housebuilder
retailer trader operator producer supplier contractor funder sponsor donor investor bank shop supermarket pub licensee
hotel firm sme entrepreneur employee doctor clinician therapist mp msp politician ambassador mentor coach academic
researcher unit division branch panel government municipality neighbourhood region user patient client survivor victim
offender veteran refugee migrant woman man girl boy child youth adult teenager mother father grandparent driver
visitor taxpayer lender academy centre society agent midwife workstream project district state county city borough
town village nation country force establishment structure responder foodbank anchor larder alliance optician homeowner
newspaper broadcaster union sector tso rsl hscp ijb chp adp cpp csp enterprise lead official representative rep elder
leader taskforce assembly
""".split()
)
"""Kinds of people, bodies and places: their plural leaves open which one."""

COLLECTIVES = frozenset(
    """
sector sectors industry workforce staff personnel public community society media press youth themselves elsewhere
others other etc al bureaux academia population business trade iwi whenua us we me
""".split()
)
"""Words for a crowd that need no plural."""

LAST_ONLY = frozenset("business society community trade industry".split())
"""Those that are part of a name when more follows: Business in the Community, Royal Society for ..."""

SOFT_CROWDS = frozenset("person child family community adult neighbourhood place customer school business".split())
"""Crowds that services are called after too: Children and Families, People and Communities."""

QUALITIES = frozenset(
    """
active vibrant connected stronger strong safer safe thriving resilient sustainable healthy healthier confident
creative better positive growing empowered inclusive successful fairer greener brighter
""".split()
)
"""Words that programmes are called after: "Stronger Communities" may be a team, "rural communities" is a crowd."""

GENERIC = frozenset(
    """
council public emergency local statutory frontline front-line universal partner relevant specialist voluntary support
specialised core mainstream key different existing national blue light third agency health other appropriate the our
its
""".split()
)
"""Words before "services" that do not yet tell one service from another."""

# The partnership itself, and joint groups.

WHOLE_PARTNERSHIP = frozenset(
    """
cpp cpps cp planning community partnership partnerships board strategic local the executive group team forum
management leadership our and single council area full lsp psb public services whole cross wider entire alliance
partners together for in we one borough county
""".split()
)
"""A name made of these words and of places only, with a word for the partnership among them, is the partnership itself."""

PARTNERSHIP_WORDS = frozenset("partnership partnerships cpp cpps lsp psb alliance together".split())
PARTNERSHIP_TAILS = _phrases(
    """
public services board
local strategic partnership
community planning partnership
community planning partnerships
community planning partners
community planning board
cp partners
cpp partners
"""
)

AREAS = frozenset(
    """
aberdeen aberdeenshire angus argyll bute clackmannanshire clacks dumfries galloway dundee ayrshire north east south
west dunbartonshire lothian renfrewshire edinburgh eilean siar na h-eileanan outer hebrides western isles falkirk fife
glasgow highland highlands inverclyde midlothian moray orkney perth kinross lanarkshire borders scottish shetland
stirling city islands of
""".split()
)
"""Words in the names of the 32 council areas (Local Government etc. (Scotland) Act 1994, schedule 1)."""

PLACES = (AREAS | frozenset("lothian tayside grampian forth clyde arran".split())) - frozenset(
    "of na isles islands city scottish siar".split()
)
"""Those of the words that stand for a place by themselves."""

COMPASS = frozenset("north south east west mid north-east north-west south-east south-west".split())

GROUPS = frozenset(
    """
group subgroup sub-group partnership board forum committee network taskforce task-force force alliance collaborative
consortium panel coalition workstream sub-committee assembly steering hub collaboration cluster cabinet programme
executive adp adps csp cspp cpg capcp adsg mallg cpc apc smt cmt slt cog csog vawp mappa
""".split()
)
"""Last words of the name of a standing group."""

GROUP_ACRONYMS = frozenset("adp adps csp cspp cpc apc smt cmt slt cog csog vawp mappa".split())
"""Groups by their letters, which may follow a post: "Independent Chair APC"."""

GROUP_MARKS = frozenset("partnership group committee forum taskforce".split())
"""Words that make a name a group's wherever they stand."""

MADE_OF_MANY = frozenset("group network partnership alliance consortium coalition collaboration".split())
"""Groups that are told by what they are made of: "a group of partners"."""

GROUP_FILLERS = frozenset(
    """
finish to be the a an our this that working steering task short life short-life project planning delivery strategic
implementation thematic theme themed sub joint multi-agency multi agency interagency inter-agency action local
operational new core oversight reference development partnership partners management group board forum committee team
strategy co-ordinating coordinating coordination cross-agency programme relevant officer officers subgroup sub-group
focus members member task-and-finish taskforce task-force force network panel multi-disciplinary appropriate dedicated
proposed small and approach effort activity collaborative collaboration alliance consortium coalition led wide
""".split()
)
"""Words that do not yet tell one group from another."""

# Bodies.

BODY_PHRASES = _phrases(
    """
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
social care partnership
health and care partnership
integrated care board
community health partnership
care partnership
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
tourism board
drainage board
aid board
parole board
school board
national park
voluntary action
citizens advice
scottish ministers
welsh ministers
family nurse partnership
partnership for transport
housing partnership
power networks
energy networks
gas networks
electricity networks
trading standards
building standards
"""
)
"""Bodies whose names end like a group's or a crowd's, and yet have a chief officer and a duty of their own."""

INSTITUTIONS = frozenset(
    """
council nhs police hscp ijb chcp chp chscp sepa sfrs sds hie se sac sas tsi sportscotland snh visitscotland jobcentre
constabulary college university interface government scra copfs spa hse dwp jcp cosla naturescot uhi dtas hmrc
comhairle
""".split()
)
"""Words of bodies whose name, after "and", begins anew and never ends the name before."""

BY_THEMSELVES = INSTITUTIONS - frozenset(
    "council college university interface government constabulary comhairle".split()
)
"""Those that are whole names."""

FIRST_WORDS = frozenset("nhs cvs jobcentre police university college council hscp".split())
"""Words that open the name of a body."""

REGIONAL = frozenset("college university police constabulary".split())
"""Bodies that may be called after two areas: Dundee and Angus College."""

LONE_BODIES = frozenset("city county state borough district town commission".split())
"""Bodies when they stand alone: "City and County"."""

PARTS = frozenset("division department dept directorate unit office team service services branch".split())
"""Parts of a body, before a comma and the body's name."""

TAILS = frozenset(
    """
ambulance scotland authority trust agency ministry government department dept directorate division unit service
services corporation commission inspectorate association society foundation institute charity cvs ltd limited plc
company llp cic homes opg sps prison church chamber federation enterprise fire bureau office academy school hospital
centre secretariat library museum club union bank wales england ireland team
""".split()
)
"""Last words of the name of one body or service; several fields of work may stand before them."""

# Fields of work, after which a council's or health board's services are called.

FIELDS = frozenset(
    """
housing education social work care road roads planning finance financial legal hr it ict procurement library libraries
leisure sport sports culture cultural art arts museum museums heritage tourism economic economy development
regeneration employability employment environment environmental health trading standards waste recycling park parks
greenspace transport transportation licensing building revenues benefits benefit welfare rights money advice
homelessness criminal community justice youth learning cld safety adult adults older early years childcare mental
disability disabilities addictions addiction improvement promotion primary secondary acute nursing midwifery dental
ahp resilience civil contingencies communication communications customer policy performance strategy strategic
governance audit property estates facilities assets asset fleet catering cleaning energy climate change sustainability
countryside access harbours airports engineering design construction payroll organisational od training equality
equalities data research insight digital information democratic elections registration corporate skills infrastructure
regulatory technical operations resources human commercial marketing investment growth inclusion engagement
participation empowerment land flood coastal winter street streets lighting cleansing grounds maintenance place
physical activity active recreation wellbeing well-being nutrition protection prevention intervention child children
children's young additional needs support psychology management capital systems intelligence internal external affairs
international civic emergency allocations tenancy options repairs supply forestry fisheries food drink rural water
sewerage drainage utilities enforcement parking visiting lifelong traffic travel outdoor events business public fire
rescue adult's people family families neighbourhood communities
""".split()
)
"""Words in the names of services and departments that are called after what they do."""

STANDALONE = frozenset(
    """
housing education roads planning finance legal hr it ict procurement libraries leisure sport culture health
employability licensing homelessness communications transport cld regeneration tourism waste parks police fire nhs
property audit museums
""".split()
)
"""Fields that are commonly a department each: two of them joined by "and" may be one department or two."""

STANDALONE_PAIRS = _phrases(
    """
social work
social care
public health
trading standards
environmental health
economic development
community safety
welfare rights
money advice
building standards
criminal justice
community justice
youth work
mental health
community learning
human resources
"""
)

COMPOUNDS = _phrases(
    """
fire rescue
health social
health care
care social
health safety
health wellbeing
health well-being
search rescue
work pensions
police crime
highlands islands
orkney shetland
alcohol drug
alcohol drugs
drug alcohol
drugs alcohol
office procurator
investigations review
argyll bute
perth kinross
ayrshire arran
glasgow clyde
advice rights
lomond trossachs
dumfries galloway
learning development
child family
children families
children young
people communities
culture sport
"""
)
"""The words before and after an "and" that belongs to one name."""

# Posts.

POSTS = frozenset(
    """
director head manager officer chief convener convenor leader chair chairperson chairman chairwoman provost secretary
constable commander superintendent inspector sergeant coordinator co-ordinator headteacher consultant minister
commissioner controller treasurer solicitor registrar analyst adviser advisor engineer planner accountant dean rector
holder sheriff champion supervisor strategist archivist warden depute deputy psychologist nurse dentist librarian
surveyor reporter ceo cfo principal lead specialist worker lieutenant governor president mayor councillor pharmacist
teacher practitioner assistant administrator facilitator tutor lecturer professor ranger archaeologist ecologist
economist auditor ombudsman vice-chair co-chair spokesperson clerk matron doctor dph cswo lso acc dcc mgr hd dir supt
insp sgt md exec trainer coroner postholder member executive dietitian physiotherapist paramedic statistician
""".split()
)
"""Words in the name of one post."""

TITLED_POSTS = frozenset(
    "head director chief deputy depute assistant executive senior principal general managing lead interim acting".split()
)
"""Words that open the name of a post, so that nothing before them belongs to it."""

WEAK_POSTS = frozenset("lead chief principal head member executive".split())
"""Words that also stand before a crowd: "lead agencies", "chief officers"."""

# Marks of a lead, and of those who help.

LEADS = frozenset(
    "lead leads leading led responsible accountable owner owned sponsor convened chaired coordinated co-ordinated overseen managed "
    "hosted delivered headed driven implemented undertaken shared provided forward run".split()
)
LED = frozenset("led chaired convened coordinated co-ordinated".split())
"""Those after which a name stands above one that came before: "Orran Council Roads, led by the Director"."""

LEAD_LABELS = frozenset(
    """
lead leads leading responsible accountable owner sponsor sponsoring partner body agency agencies organisation
organization officer post person partners responsibility department service member the main overall senior action by
led owned is coordinated co-ordinated led-by named outcome delivery authority board project who whom s strategic
operational executive exec key primary principal council
""".split()
)
LEADING_LABELS = frozenset(
    "lead leads leading responsible accountable owner sponsor sponsoring responsibility led owned main who whom by coordinated "
    "co-ordinated department service primary".split()
)
"""One of these must stand in a heading that marks a lead."""

LEAD_MARKS = frozenset("lead leads leading l".split())
SUPPORTING = frozenset(
    "with supported supporting assisted alongside contributors contributing partners support working through via "
    "following reporting helped including".split()
)
HELPER_MARKS = frozenset("support supporting supported contributor contributing partner s".split())
"""Words in brackets after a name that is not the lead's."""

ADJECTIVES = COMPASS | frozenset(
    "central local northern southern eastern western upper lower scottish british national".split()
)
"""Words that are half of a name when they stand alone before "and"."""

ACTIVITIES = frozenset("delivery implementation action actions work activity activities progress coordination".split())
"""Words that open a sentence about what is done, not the name of who does it."""

NATIONAL = frozenset("scottish national royal british welsh historic creative".split())
"""Words that open the name of a national body."""

DONE_BY = frozenset("supported assisted helped".split())
"""Those that need "by" or "with" after them, or a comma before."""

SUPPORT_OR_NAME = frozenset("partners support working contributors contributing".split())
"""Those that are often in the middle of a name: "Family Support Team"."""

TOGETHER = frozenset("partnership collaboration conjunction consultation liaison association".split())
VERBS = frozenset(
    """
will is are has have was were leads manages oversees coordinates co-ordinates coordinated delivers delivered leading
must should shall would can may takes holds retains carries reports chairs hosts provides owns who which that
""".split()
)
NOUNS_TOO = frozenset("leads chairs reports hosts leading".split())
"""Those that may be nouns: in "theme leads and officers" nobody leads anything."""

TO_VERBS = frozenset(
    """
lead work deliver co-ordinate coordinate report develop manage take support provide oversee ensure agree identify
progress convene chair implement monitor produce establish review advise explore continue drive commission consider
""".split()
)
"""Verbs after "to" that say what a name is to do."""

DUTIES = frozenset("responsibility accountability ownership leadership oversight".split())
BEFORE_DUTIES = frozenset("overall lead primary the main ultimate strategic operational".split())
"""Words before a duty at the beginning of a sentence: "overall responsibility"."""

TITLES = frozenset("dr mr mrs ms miss prof professor cllr sir dame rev".split())
ABBREVIATED = frozenset(
    "dr mr mrs ms prof cllr rev supt insp sgt asst dir dep depute dept govt mgr co ltd st hon no ext exec svcs assoc".split()
)
"""Words after which a full stop ends no sentence."""
