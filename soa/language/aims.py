"""Words that give an aim its direction, and words too wide to be seen to change."""

FIRM = frozenset(
    """
fewer less lower higher longer more reduce increase cut eliminate end halve double triple decrease raise minimise
minimize eradicate prevent stop narrow close lessen curb slow reverse rise fall down up reduction growth grow faster
earlier later sooner below above half zero without free quicker warmer cheaper smaller drop decline quit lengthen
shorten extend shift divert avoid delay contain shrink limit reduced increased decreased lowered drier halt regain prevention
elimination eradication decreasing diminish combat no nobody no-one not never
""".split()
)
"""Which way to look is said outright."""

LOOSE = frozenset(
    """
bring improve better enhance tackle address promote strengthen protect maintain sustain improvement boost maximise
maximize improved stronger safer healthier fairer greener smarter wealthier cleaner brighter resolve restore secure
achieve expand accelerate alleviate mitigate relieve lift conserve safeguard keep preserve help support get ensure
encourage enable make develop widen
""".split()
)
"""Which way to look is only hinted at: it takes a condition to make an aim of it."""

WIDE = frozenset(
    """
gap service quality outcome programme program policy system potential future opportunity community society place life
chance start environment economy health wellbeing well-being sector partnership capacity impact risk practice approach
value need benefit resource information data implementation planning management culture heritage infrastructure
network equality inclusion justice peace prosperity sustainability innovation excellence transformation engagement
empowerment cohesion development region world everyone awareness way vision theme priority aim goal objective
experience performance effectiveness efficiency delivery improvement collaboration strategy plan framework leadership
governance process people person citizen resident population area neighbourhood town city village county island
scotland thing issue challenge problem condition factor aspect change difference level standard aspiration ambition
agriculture transport transportation education learning housing safety tourism sport leisure art energy technology
business industry enterprise investment work workforce organisation council government board agency rights right
identity pride respect dignity trust voice influence control choice participation role understanding knowledge skill
behaviour attitude perception view sense spirit resilience connectivity competitiveness vitality vibrancy nature
biodiversity ecosystem landscape land natural_environment climate_change climate productivity_of_services social economic human inequality
inequity inequalities equity diversity disadvantage poverty_of_aspiration deprivation welfare care early_years youth
day nation country generation family child woman man girl boy creativity year time step measure action initiative
project activity activitie activities tool access asset state recovery resource_efficiency habitat stress planet
ecosystem_service genetic benefits public_health mental_health mental_wellbeing cooperation co-operation capability
circularity feeling tolerance stability integrity economic_growth citizenship civic public strategic wider part space environmental
societal global national regional local international planetary cultural natural organisational institutional
operational sustainable reach collaboration transparency accessibility readiness preparedness public_safety opinion fitness life_chance quality_of_life social_inclusion social_capital
health_inequality income_inequality gender_equality independence belonging freedom reputation consumption
""".split()
)
"""Fields, values and abstractions: no two strangers would measure the same thing by them."""

PLAIN = frozenset(
    """
placement house home job bus road train path broadband school_place nursery_place childcare meal food water toilet
electricity heating fuel rent bill debt loan wage income pay earnings apprenticeship qualification degree school class
attendance exam visitor tourist trip journey car bike cycle walk smoke drink drug alcohol tobacco obesity weight
breastfeed fall hospital admission bed ward prison sentence fine litter graffiti noise waste landfill emission carbon
tree woodland species bird river flood pothole vote turnout volunteer member price cost shop vacancy firm export
start-up investment_per_head patent crime violence harm accident casualty fire death suicide illness disease injury
abuse bullying reoffending custody homelessness eviction arrears pregnancy birth seat parliament
literacy numeracy reading attainment destination gaelic access_to_water sanitation internet poverty reoffend offend
die kill injure employ marriage trafficking victim loneliness isolation absence exclusion truancy unemployment
employment self-harm overdose dementia cancer stroke diabetes asthma independently smoke-free drug-free warm
hungry respite break speed warm_home affordable literate employed unemployed homeless lonely housebuilding crop productivity yield inflation greenhouse_gas
co2 air soil mercury plastic pollution active inactive obese overweight underweight fail survive revenue enrolment
confidence study college university training share percent per_cent % number rate proportion life_expectancy
harvest
""".split()
)
"""Things and events that can be counted or seen by anybody."""

WORKING = frozenset(
    """
generate disseminate integrate mainstream implement plan coordinate co-ordinate review establish collaborate engage
consult facilitate transform modernise modernize embed deliver develop provide manage invest put lead work create
build reform streamline align offer perform conduct process prepare position operate administer advocate supply harness harmonise foster nurture celebrate champion inspire continue commit
raise_awareness strengthen address optimise optimize innovate
""".split()
)
"""Ways of working: by themselves they change nothing that a stranger could see."""

FIELDS = frozenset(
    """
health wellbeing well-being mental_health mental_wellbeing safety skill education learning housing fitness development
nutrition
""".split()
)
"""Fields that, said of a named group of people, come near to a condition."""

AWARENESS = frozenset("awareness understanding profile knowledge consciousness".split())
"""What is raised without anything having changed."""

LIVED = frozenset(
    """
swim smoke drink vote walk cycle breastfeed fall reoffend offend die kill injure employ volunteer abuse bully harm
recycle
""".split()
)
"""Verbs for what can be seen of people's lives."""

UNNAMED = frozenset(
    """
person everyone everybody we citizen resident community family member_of_public public individual population
""".split()
)
"""People in general: no group is named."""

OF_WHAT = frozenset("growth prevention elimination eradication reduction".split())
"""Directions that need something to go with them."""

EVERYDAY = frozenset(
    """
run arrive become grow reach die read write count move keep stay live go come leave find use eat sleep walk cycle
drink play meet speak start finish pass return buy sell earn pay know open close last travel visit turn settle marry
drive wait miss own rent share cook repair plant catch hear see talk sing dance train vote recycle cost fall rise stop
begin end join save borrow lose win bear wash heat
""".split()
)
"""What people and things plainly do: where a sentence says it of somebody, something is said to happen."""

SOFT = frozenset(
    """
thriving thrive healthy healthier best better great good right valued value respect respected respectful caring cares
harmonious strong stronger diverse safe safer potential equal equally inclusive fair fairer fairly vibrant resilient
sustainable sustainably connected prosperous flourishing flourish included welcoming welcome attractive opportunity
opportunities enjoy enjoys succeed successful success realise fulfil fulfilled fulfilling excellent excellence positive
confident responsible dignity proud pride ambitious aspiration aspirations aspirational effective effectively efficient
efficiently happy wellbeing well-being nurtured nurturing supported empowered engaged active cohesive world-class accessible responsive customer-focused
high-quality quality modern innovative lifelong needs together
""".split()
)
"""Words of praise: a sentence that rests on them says nothing that two strangers would see alike."""
