"""Verbs by who acts and to what end: people living their lives, services reaching them, bodies going about their work."""

FEEL = frozenset(
    """
feel say report_that agree believe think rate perceive trust respect_feel satisfy consider express enjoy like regard
describe find understand fear worry find_it recommend value prefer know
""".split()
)
"""What people experience, perceive or say of their lives and of services."""

LIVE = frozenset(
    """
rely struggle cope afford graduate matriculate qualify divorce accuse vape gamble owe default downsize deteriorate worsen
heal miss skip hope aspire collide crash scald choke drown trip capsize wander survive flee arrive live smoke drink
drive walk cycle commute travel work earn volunteer recycle vote read speak own rent exercise eat weigh breastfeed
sleep suffer die kill injure hurt harm bully victimise abuse assault offend reoffend re-offend reconvict convict
arrest imprison commit experience gain achieve attain pass leave drop progress move enter sustain remain stay return
thrive start become grow retain reach_level lack need depend claim live_with bear borne conceive diagnose admit
readmit hospitalise evict repossess exclude truant save_money burn emit pollute generate consume recover quit stop
cease spend_time participate engage play swim meet_friend belong employ unemploy displace affect expose subject
threaten degrade escape sell buy export import trade innovate invest_own outperform exceed earn_below occupy vacate
decline suspend adopt_habit limit deprive isolate marry stunt overweight poach traffick meet decrease fall abscond
seek require perpetrate rank score obtain fail conform flourish feature flood care_for look_after self-harm misuse use_drug inject bulk re-register re-present re-enter relapse
elect choose harvest grow_crop produce_crop contribute repeat lose separate migrate hold emigrate resettle retire own_home
""".split()
)
"""What people do, or what happens to them, in their own lives."""

SERVE = frozenset(
    """
download transact reassure befriend escort accompany transport rescue relocate resettle reunite detox divert upskill up-skill
reskill retrain cater prioritise safeguard_adult rehome re-home match pair buddy fund grant_aid sponsor sensitise sensitize link support
provide deliver assist help advise train serve reach treat screen immunise immunize vaccinate receive attend access
enrol enroll benefit offer signpost visit give issue award rehouse house place prescribe use register engage_with
complete get teach educate coach mentor counsel test examine feed supply equip inform contact join undertake_course
subscribe sign-up target guide accommodate fund_place finance refer_to_programme onboard connect install cover book
fit interview transport_patient care accept recruit_participant utilise capacitate deworm inseminate cascade reimburse compensate refund
acclimatise chaperone detoxify familiarise greet inoculate leaflet medicate repatriate telephone transfuse
transplant tutor usher x-ray
""".split()
)
"""What services do to or for people, and people's use of them."""

MAKE = frozenset(
    """
remove publicise publicize advertise showcase reforest afforest replant cut mark fill seize confiscate recover_item start begin commence erect manufacture print
mail film record_episode excavate dredge resurface grit salt mow prune weed paint furnish equip decorate landscape
commission_artwork inaugurate unveil stock circulate reprint screen_film sell_ticket sell promote build construct complete
deliver create provide install develop_site plant distribute publish_leaflet produce hold organise organize run issue
award open refurbish upgrade rehabilitate renovate repaint supply release fit dispense administer perform stage host
extend convert demolish insulate retrofit improve acquire purchase lay clean sweep collect treat restore regenerate
reclaim remediate weatherize replace lend borrow bring fix certify maintain enhance expand repair broadcast make offer pave asphalt gravel drill dig desilt electrify spray
sow rebuild hang sew aerate affix bait bolt cement clad coppice cordon declutter deep-clean de-ice descale disinfect dismantle drain
draught-proof embroider engrave fabricate fence fertilise flush fumigate glaze haul hoist irrigate
laminate lop microchip mount mulch neuter patch plough polish pollard pump rake recoat reglaze regrade reline
repoint reseal reseed reset retile rewild rewire sandblast scrape scrub seal shred spay stencil sterilise stitch strim
stripe swab tarmac thin tow trim unblock uproot waymark weld whitewash
""".split()
)
"""What bodies do to things; the count of it is an output."""

RUN = frozenset(
    """
advocate lobby liaise collaborate cooperate co-operate partner_up scrutinise communicate disseminate compile formulate
articulate clarify confirm delegate devise write rewrite draw seek hire conclude finish involve oversee_delivery scope_out let expedite table brief debrief benchmark accredit
escalate triage vet disclose redact archive retrieve configure decommission contract outsource consolidate merge
co-locate rationalise centralise devolve nominate invite lodge reconcile forecast trial adapt tailor transpose cost
abandon accelerate_process sponsor_review automate catalogue quantify proofread audit_account moderate inform
constitute mobilise_team vary terminate renew amend staff_office set_up roll_out phase scale establish develop
implement review approve adopt prepare agree publish draft submit consult launch appoint assess audit evaluate monitor
record document inspect process answer deal cancel uphold dismiss reject refuse grant resolve solve respond
acknowledge investigate determine decide handle pay schedule plan design pilot introduce update revise refresh align
coordinate co-ordinate integrate mainstream embed identify map scope commission procure tender negotiate sign ratify
endorse enact legislate regulate enforce license certify_process validate verify report notify allocate assign refer
close clear detect conduct undertake carry convene meet_target facilitate host_meeting strengthen_system
build_capacity streamline simplify standardise finalise finalize produce_plan share analyse analyze collate gather
explore examine_options institutionalise operationalise comply adhere deploy test_system upload digitise digitize
appraise apply calculate collect_data discuss consider_options inform_policy review_plan define follow
offer_appointment order measure check demonstrate form operate ensure continue commence begin initiate oversee
supervise manage administer lead chair participate_in_group attest log file track screen_case prescribe_correctly
dispatch despatch complete_plan recruit wait co-produce engage_stakeholder make_arrangement consult_on incorporate
mandate formalise reform restructure reorganise modernise transfer send put abolish accede adjudicate amalgamate
announce annul arbitrate arrange assemble authorise brainstorm calibrate canvass categorise codify computerise
contextualise curate customise decentralise delineate demarcate digitalise disaggregate discontinue domesticate enlist
enumerate fast-track flag gazette harmonise highlight induct institute instruct legalise localise mediate orient
orientate outline overhaul postpone proclaim promulgate propose prosecute pursue re-establish rebrand recognise rectify
redesign redefine redeploy redraft reinstate reissue relaunch repeal replicate repurpose re-tender rethink revisit
ring-fence ringfence strategise summarise synchronise roll realign reshape refocus reframe kick-start jump-start orchestrate spearhead pioneer broker codesign colocate interrogate
triangulate sense-check road-test stress-test horizon-scan redraw withhold synthesise systematise trace translate unify annotate cite cross-check decant deregister diarise encode encrypt geocode
impound invoice itemise mailshot notarise operationalize optimise prequalify profile quality-assure
reallocate reassess reassign recalibrate recertify reconfigure reconvene redirect reformulate renegotiate reprofile
requisition reschedule resubmit set retender revalidate roster sequence shortlist sift subcontract summon tabulate timetable
transcribe transmit underwrite embargo
""".split()
)
"""How organisations go about their work; the count of it is process."""

PAY = frozenset(
    """
invest fund spend allocate_money finance budget subsidise subsidize employ_staff resource disburse mobilise mobilize
commit_money secure win lever leverage raise_money earmark donate spent
""".split()
)
"""Putting money, staff or other means in."""

CHANGE = frozenset(
    """
reduce increase improve raise cut halve eliminate end lower decrease double triple grow boost enhance minimise
minimize maximise maximize prevent tackle combat eradicate narrow close widen slow reverse stop curb limit lift
strengthen maintain sustain stabilise stabilize contain keep achieve attain reach get accelerate shrink lessen
diminish expand extend alleviate mitigate restrict protect conserve restore safeguard promote encourage empower enable
help ensure secure make see bring preserve address
""".split()
)
"""Which way something is to move; what moves is named after it."""

EVENT = frozenset(
    """
record report register reported notify detect identify commit cause occur happen attribute relate result involve
attend measure estimate observe lose know take represent
""".split()
)
"""How an event in people's lives came to be counted: it stays an event."""

FEELING_WORDS = frozenset(
    """
satisfied dissatisfied happy unhappy safe unsafe confident worried lonely proud anxious comfortable optimistic healthy
unhealthy active inactive obese overweight underweight homeless unemployed employed self-employed workless
economically pregnant breastfed illiterate literate disabled independent independently vulnerable hungry poor
affordable vacant derelict empty polluted clean accessible dependent aware able unable excluded isolated retired
willing engaged_in killed injured dead alive bullied victim victims victimised smoke-free drug-free resilient
bilingual fluent overcrowded malnourished stunted
""".split()
)
"""Words for how people, places and bodies are."""

FELT_WORDS = frozenset("satisfied dissatisfied happy unhappy content confident proud optimistic worried".split())
"""Words for what people feel: said of anybody, they settle the matter."""

BEFALL = frozenset(
    """
sell buy own rent occupy vacate abandon flood damage blight contaminate infest block erode threaten endanger submerge
destroy burgle vandalise affect
""".split()
)
"""What befalls houses, land and roads, or what people do with their own."""

REMEDY = frozenset("bring reclaim remediate redevelop restore renovate refurbish decontaminate".split())
"""What bodies do to derelict land and the like: counting that is output."""

HANDLE = frozenset(
    """
clear solve detect assess review respond answer resolve process investigate inspect handle close acknowledge remove
""".split()
)
"""What bodies do about an event in people's lives: counting that is process, counting the event is not."""

HAPPEN = frozenset(
    """
carry conduct undertake issue start set begin commence initiate plan register order make terminate transfer continue
follow involve close lead grant form operate run measure demonstrate define check file lodge report notify
screen_case decide recognise let ensure manage wait restructure prosecute seek pursue calculate send put pay prepare deploy recruit
""".split()
)
"""Work verbs that, said of an event in people's lives, only say that it happened: "evictions carried out"."""

BACK = frozenset("assist support help fund sponsor advise".split())
"""What bodies do for new firms and volunteers: counting that is output."""

GRANT = frozenset("provide deliver install issue award grant".split())
ADOPT = frozenset("adopt approve implement publish submit".split())
"""What bodies give or put on paper, whatever it is about."""

VERBS = (
    FEEL | LIVE | SERVE | MAKE | RUN | PAY | CHANGE | EVENT | BEFALL | REMEDY | {"have", "be", "exclude", "discharge"}
)
"""Every verb with a meaning here."""
