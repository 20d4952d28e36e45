"""Words for whom and what public bodies count: people, staff, bodies, money, papers, things made, services reached."""

PERSON = frozenset(
    """
year_old claimant looked_after_child looked-after_child child_in_care care_leaver teenage_mother homeless_household
homeless_person rough_sleeper smoker drinker prisoner victim perpetrator neet everyone everybody nobody no-one someone
we person adult child infant baby toddler pupil student learner apprentice trainee graduate leaver school_leaver youth
teenager adolescent youngster young_person older_person pensioner elder senior carer caregiver parent mother father
family household householder resident citizen tenant occupier owner owner-occupier voter elector worker
employee_of_business jobseeker patient client customer user service_user case_holder survivor refugee migrant
immigrant asylum_seeker asylum-seeker foreigner traveller gypsy commuter driver passenger pedestrian cyclist motorist
motorcyclist respondent juror witness individual population girl boy man woman female male twin couple lone_parent neighbour
inhabitant islander villager minority community_member member_of_public member_of_the_public public public_member p1
p7 s4 s5 s6 year-old veteran offender prisoner_released inmate detainee young young_carer farmer smallholder fisher
landlord entrepreneur producer investor shopper visitor tourist researcher scientist author artist canadian american
scot scottish_adult crofter grandparent guardian kinship_carer newcomer skipper angler walker runner swimmer player
seafarer widow orphan sibling grandchild constituent grantee awardee mentee enrollee recipient participant beneficiary attendee delegate volunteer member borrower subscriber candidate
entrant starter group_of_people homeowner one 16-19 adult_learner community disabled working-age_adult birth_cohort
pupil_group under-16 under-18 over-65 over-75 patients those service-user cohort mother-to-be expectant_mother
pregnant_woman school_child schoolchild preschooler care_experienced carers newborn dependant spouse partner_of_victim
guest employer employee workforce labour_force sme_owner
""".split()
)

STAFF = frozenset(
    """
named_person lead_professional pcso industrial_action strike_action industrial_dispute
mediator arbitrator facilitator navigator investigator examiner planner_post lollipop_person receptionist clerk
technician caretaker driver_post police staff_headcount workforce_headcount headcount_of_staff foster_carer fosterer
adopter trainer instructor coach counsellor gardener cleaner interpreter translator radiographer optometrist
pathologist allied_health_professional ahp nursing_staff medical_staff prison_officer probation_officer analyst
economist statistician lawyer judge prosecutor magistrate extension_worker community_health_worker health_care_worker
healthcare_worker outreach_worker link_worker community_worker home_carer home_care_worker childminder play_worker
lifeguard ranger retained_firefighter special_constable detective sworn_officer front_line_worker frontline_worker
staff staffing staff_member personnel workforce_planning officer manager supervisor teacher headteacher doctor gp
nurse midwife physician surgeon dentist clinician practitioner consultant pharmacist therapist physiotherapist
psychologist health_visitor health_worker health_professional social_worker social_care_worker care_worker
support_worker youth_worker classroom_assistant fire-fighter firefighter police_officer constable warden inspector
librarian administrator administrative_staff fte full-time_equivalent wte post position workforce_density establishment_post
sickness_absence sickness_rate sickness sick_leave sick_day absenteeism overtime overtime_hour staff_absence
staff_turnover turnover_of_staff agency_staff admin clinical_staff professional mentor volunteer_coordinator assessor
auditor adviser advisor specialist educator sickness_absence_day working_day_lost teacher_absence teaching_staff
civil_servant trained_teacher skilled_staff paramedic case_worker caseworker key_worker lecturer tutor registrar
coordinator co-ordinator superintendent engineer
""".split()
)

ORG = frozenset(
    """
business company firm enterprise social_enterprise sme organisation organization employer school college university
nursery hospital practice care_home provider supplier contractor charity voluntary_organisation
third_sector_organisation council local_authority authority authoritie government ministry department agency
service_provider country nation city municipality region state municipalitie public_body body institution bank trust
farm shop retailer premises hotel manufacturer landlord_organisation association housing_association rsl cooperative
co-operative board_of_company club sports_club community_council parent_council library museum community_group
voluntary_group company_board facility_operator party member_state jurisdiction parliament directorate team
service_team centre laboratory lab ngo cso county district province borough parish pharmacy church mosque temple health_facility
healthcare_facility health_care_facility medical_facility establishment industry group farmer_group eco-school ecoschool community_organisation
community-based_organisation health_board partner developing_country third_sector voluntary_sector fire_service
fire_and_rescue_service ambulance_service police_service police_force health_service probation_service
cafe foodbank pantry larder men_shed third_sector_interface
""".split()
)

PLACE = frozenset(
    """
stock area ward town village city_centre town_centre settlement neighbourhood locality street road carriageway
footpath path pavement cycleway cycle_path bridge river loch lake coast beach park playground pitch green_space
greenspace open_space garden forest land site brownfield_site hectare acre building property dwelling home house
housing flat accommodation tenancy social_housing council_house council_home affordable_home affordable_house
affordable_housing housing_unit unit new_home new_house housing_stock station monitoring_station water_body
body_of_water water sea ocean marine_area protected_area catchment basin zone network route line track kilometre mile
metre km school_building public_building vehicle electric_vehicle car bus_stop bus toilet bed_space space setting croft cottage bungalow
""".split()
)

MONEY = frozenset(
    """
bond_rating credit_rating rent_due rent_lost rental_loss library_stock book_stock euro penny premium fee rebate tax_relief levy precept dividend debt_servicing deficit surplus
cash payroll pay_award tender_price device tablet ict_equipment floor_area floorspace office_space energy_cost mileage
travel_cost return_on_investment value_for_money insurance pension_fund credit_line endowment bequest sponsorship
crowdfunding in-kind_contribution staff_hour staff_time person-hour volunteer_time aid_disbursement disbursement
remuneration capital_programme programme_budget share_of_budget investment_per_pupil spend_per_head outturn
underspending overspending public_investment government_investment council_investment matched_funding seed_funding
revenue_funding core_funding working_capital budget cost unit_cost running_cost gross_cost net_cost total_cost
cost_per_pupil cost_per_case expenditure spend spending funding fund investment capital_investment capital_spend
capital_expenditure revenue council_tax_income income_from_council_tax rental_income fee_income grant_income subsidy
aid foreign_aid official_development_assistance development_assistance oda finance financing resource
financial_resource resources grant_funding donation contribution_in_kind efficiency_saving cashable_saving saving
savings budget_saving overspend underspend procurement_spend procurement_expenditure reserve general_fund borrowing
loan_charge debt_charge gross_expenditure net_expenditure public_expenditure public_spending government_spending
government_expenditure capital asset asset_value receipt overhead fleet fire_appliance fire_engine appliance ambulance
bed bed_capacity hospital_bed capacity staffing_level staff_level pupil-teacher_ratio pupil_teacher_ratio
pupil_to_teacher_ratio teacher_pupil_ratio student-teacher_ratio class_size staff_ratio workforce_size staff_cost
salary_cost salary_bill wage_bill pay_bill cost_per_head cost_ratio equipment hardware computer laptop premises_cost
money price_per_unit official_support official_flow resource_flow financial_flow aid_flow external_funding
match_funding funding_level resource_level manpower cost_to_the_council volunteer_hour dollar pound tax tax_revenue
tax_income domestic_resource allocation net_cost_per rent_loss
""".split()
)

PAPER = frozenset(
    """
duplication bureaucracy red_tape feedback hiring data_breach breach_of_confidentiality application_of enforcement_of search land_charge_search
budgeting disclosure case payment right_to_buy_application consent planning_consent permission planning_permission
permit licence lease manual handbook prospectus scorecard benchmark benchmarking mapping discussion needs_assessment
strategic_assessment position_statement statement declaration pledge resolution manifesto commitment undertaking
action_point work_plan workplan work_programme logframe roadmap blueprint prototype register risk_register
asset_register bid application_form form proposal paper briefing annual_report hearing children_hearing court_report
social_enquiry_report background_report criminal_justice_report triage prioritisation vetting disclosure_check
interface data_exchange summit symposium joint_arrangement recruitment induction supervision service_standard
customer_charter inspection_report transparency accountability openness capacity-building turnout_time
service_level_agreement sla turnaround abandoned_call decision_notice bylaw byelaw policy_statement position_paper
terms_of_reference remit constitution election scheme_of_delegation complaint_handling community_benefit_clause clause
contract_management data_protection breach_of_data backlog_of_case hand-off handover first-time_fix lead_time
processing_date job_description job_family evaluation_framework outcome_framework performance_framework
national_institution human_rights_institution mechanism strategy plan policy framework protocol procedure guidance
guideline guide standard_operating_procedure charter review audit assessment appraisal evaluation consultation survey
meeting conference case_conference group_meeting forum board committee subcommittee sub-group steering_group
working_group task_force taskforce task_group governance partnership partnership_agreement agreement memorandum
contract tender procurement specification business_case feasibility_study study research report reporting monitoring
registry record recording documentation document note minute list inventory database dataset data data_set
data_sharing information_sharing information_system it_system management_system system portal dashboard arrangement
legislation law bill act regulation directive decree statute treaty convention ratification code code_of_conduct
compliance accreditation certification timeliness punctuality waiting_list waiting_time wait_time wait waiting queue
backlog response response_time turnaround_time processing processing_time handling_time call_handling call-handling
throughput caseload workload target milestone deadline timescale timetable schedule project project_plan action_plan
improvement_plan care_plan support_plan treatment_plan learning_plan individual_education_plan personal_plan
pathway_plan implementation_plan business_plan local_plan development_plan local_development_plan masterplan
travel_plan management_plan community_council_plan site_plan complaint enquiry inquiry request freedom_of_information
foi foi_request claim appeal objection invoice planning_application application licence_application planning_decision
planning decision inspection visit_report enforcement_notice enforcement notice sanction penalty fine prosecution
investigation repair reactive_repair repairs maintenance pothole missed_bin missed_collection collection call
telephone_call phone_call letter correspondence email incident_response referral_time test_of_change pilot initiative
reform restructure reorganisation modernisation integration_of coordination co-ordination collaboration joint_working
partnership_working mainstreaming engagement_process stakeholder_engagement community_engagement approval adoption_of
establishment_of implementation development_of introduction creation preparation publication_of completion_of uptime
availability system_availability downtime accuracy data_quality completeness error quality_assurance risk_assessment
health_check impact_assessment equality_impact_assessment self-assessment self-evaluation peer_review
performance_review pdr performance_appraisal development_review personal_development_plan investor_in_people scrutiny
oversight information_governance case_review care_review multi-agency_meeting child_protection_conference
looked_after_review statutory_review statement_of_need education_health_and_care_plan ehcp
statement_of_special_educational_need allocation_of_case child_protection_case first_contact first_point_of_contact
advance_care_plan discharge_plan discharge_letter national_plan national_strategy preparedness_plan contingency_plan
emergency_plan adaptation_plan mitigation_plan capital_programme_slippage clinical_audit referral
referral_to_treatment scheduling rota tool toolkit methodology model template baseline indicator performance_indicator
kpi national_account accounting system_of_accounting standard key_decision delegation management resource_management
pathway cycle_time delivery transaction electronic_transaction birth_certificate certificate clear-up_rate
solvency_rate detection_rate clearance_rate preparedness structure offer tenancy_offer order recommendation
memorandum_of_understanding information_request mou statutory_instrument notification infrastructure_plan
programme_board network_meeting website_availability audit_recommendation action recommendation_implemented
agenda amendment assurance authorisation circular citation clarification commissioning compact concordat covenant
dialogue dossier endorsement exemption filing forecast injunction invitation lawsuit linkage mandate merger moratorium
motion nomination ordinance orientation questionnaire quota requisition simulation stocktake submission syllabus
advisory finalisation lodgement lodgment positive_outcome_rate outcome_rate sanction_detection sanctioned_detection
tribunal waiver warrant workstream debrief shortlist grievance disciplinary ledger overpayment reimbursement spot-check
spot_check sample stewardship surveillance control_measure prevention_measure biosecurity_measure security_measure surveillance_site monitoring_site sentinel_site testing_site pilot_site job_evaluation interview clear_up_rate clear_up clear-up rtt curriculum solicitation purchase_order work_order best_practice
good_practice clinical_practice working_practice professional_practice biosecurity antimicrobial_stewardship restructuring follow-up process void_period re-let re-let_time relet_time relet vacancy_period guarantee stock-out stockout variance slippage timeline time-to-hire feasibility viability redetermination
analysis gap_analysis appendix swot diagram pdsa improvement_cycle chronology accounts annual_account
annual_return petition dpia core_group csp iep traffic_regulation_order traffic_order tro road_closure charrette hnda
gas_certificate gas_safety_certificate eicr loip soa pid gantt_chart kitemark quality_mark charter_mark green_flag
theory_of_change term_of_reference head_of_term letter_of_intent expression_of_interest executive_group thematic_group theme_group delivery_group
benchmarking_group improvement_group planning_group project_group reference_group peer_learning quality_circle scoping_exercise
mapping_exercise job_role work_stream sign-off go-live kick-off lead-in walkabout action_learning_set learning_set
return_to_work_interview audit_opinion recording
""".split()
)

PRODUCT = frozenset(
    """
pickup pick-up advert animation banner billboard booklet bulletin culvert directory exhibit factsheet flyer footbridge handout hydrant
infographic installation kiosk lamp mural pamphlet poster prize ramp sapling sensor shipment slide streetlight tent
textbook uniform iec_material demonstration_plot pack job_club drop-in helpline hotline call-out outing excursion taster award tour talk lecture
broadcast film artwork e-book ebook dvd item stop_and_search check home_care_package care_hour blue_badge taxi_card
wheelchair hearing_aid bed_net latrine hand_pump cookstove boiler window kitchen bathroom double_glazing cavity_wall
loft_insulation sign crossing speed_camera camera cctv bench hedge compost_bin bag caddy water_connection connection
electricity_connection seedling nappy period_product baby_box free_fruit fruit_portion bus_route bus_service
park_and_ride_space affordable_home_start brief_advice quit_kit lunch breakfast breakfast_club lunch_club
after-school_club holiday_club summer_camp residential_trip volunteer_opportunity placement_opportunity
training_opportunity learning_opportunity job_opportunity work_experience mentoring_session legal_advice health_check
nhs_health_check home_visit family_visit welfare_visit safety_check trading_standards_visit community_garden
growing_space vaccine course class session workshop seminar lesson event campaign leaflet brochure newsletter
publication programme program scheme project_delivered training training_course training_place training_programme
training_session meal school_meal free_school_meal voucher loan microloan grant package parcel food_parcel kit
care_package support_package hour home_care_hour hour_of_care week_of_respite respite respite_week respite_night
treatment operation procedure surgery tree product service facility bursary scholarship website app resource_pack
adaptation telecare home_care homecare self-directed_support direct_payment personal_budget individual_budget
brief_intervention alcohol_brief_intervention intervention advice information support assistance advisory_service
counselling mentoring coaching tuition childcare childcare_place nursery_place early_learning place_on_course
apprenticeship modern_apprenticeship placement_offered internship work_placement work_experience_placement
library_book library_material material fluoride fluoride_varnish varnishing varnish book exhibition concert festival
show display play_area classroom clinic health_centre toilet well water_point borehole street_light smoke_alarm
smoke_detector home_fire_safety_visit fire_safety_visit home_safety_visit charging_point charge_point solar_panel
heat_pump insulation_measure energy_efficiency_measure insulation hygiene_kit condom needle contraceptive naloxone_kit
nicotine_replacement patrol road_improvement collection_centre warehouse storage_facility cycle_lane
bed_night_provided screening_test test scan examination eye_test dental_check checkup check-up vaccination_dose dose
sewage_work works seed fertiliser pesticide legal_aid mediation outreach aftercare equipment_loan community_alarm
alarm concessionary_card bus_pass bin blue_bin green_bin recycling_bin bottle_bank recycling_point kerbside_collection
podcast video webinar app_user press_release social_media_post tweet job_fair open_day roadshow consultation_event
hearing_aids postcard fridge_magnet calendar blog vlog vodcast webcast microsite web_page chatbot textline advice_line taster_day
open_evening information_evening guided_walk health_walk buddy_walk led_walk cycle_ride led_ride bike_ride bikeability cycle_rack
bike_rack bike_store pool_bike cargo_bike car_club charging_bay ev_charger charger bus_lane dropped_kerb
handrail grab_rail bollard barrier lamp_column lamp_post lantern luminaire traffic_light traffic_signal speed_bump
speed_hump speed_cushion chicane waymarker noticeboard picnic_table sandbag embankment gully sewer
water_main smart_meter heat_network radiator door roof cladding lift stairlift wet_room level_access_shower
commode pendant falls_detector key_safe memory_box sensory_garden polytunnel community_fridge story_time rhyme_time
e-learning training_day masterclass careers_fair traineeship mentoring_match befriending_match befriending_link
short_break wellbeing_call needle_exchange x-ray endoscopy colonoscopy biopsy smear mammogram prosthesis orthotic
flood_gate flood_defence flood_wall trade_mission trade_fair work_trial day_opportunity fire_blanket amnesty goodie_bag tote_bag
travel_pass starter_pack toolkit_pack toy_library uniform_bank tablet_device dongle home_improvement fixture
cleaner_street_patrol shelter_bed safe_house refuge_place hostel_place housing_support support_hour home_help
""".split()
)

CONTACT = frozenset(
    """
subscription login log-in avoidable_contact customer_contact face-to-face_contact client_contact sitting sign-in check-in
jab flu_jab e-book_loan digital_loan ticket ticket_sale theatre_attendance audience audience_number footfall_at_museum
drop-in_visit participant_number learner_number course_enrolment programme_enrolment app_download search_of_site
sign-up caseload_of_service contact_made outreach_visit helpline_call call_to_helpline service_contact inquiry_handled
referral_to_service clinic_attendance referral_received reach_of_campaign vaccination immunisation immunization
inoculation mmr registration screening uptake take-up take_up coverage attendance visit attendee enrolment enrollment
registration_at_course participant beneficiary recipient subscriber membership library_issue issue library_loan
library_visit library_membership active_borrower active_library_member borrower museum_visit leisure_visit swim
leisure_centre_visit swimming_pool_attendance pool_attendance pool_visit gym_membership website_visit web_visit
website_hit hit page_view unique_visitor unique_user download download_count follower facebook_follower
subscriber_number session_attended click view appointment appointment_attended consultation_with_doctor
contact_with_service outreach_contact attendance_at_event throughput_of_user service_user client customer
concessionary_journey referral_made signposting graduate_of_programme uptake_of_free_school_meal
free_school_meal_uptake meal_uptake school_meal_uptake bowel_screening breast_screening cervical_screening
vaccine_coverage service_coverage caseload_client placing reach programme_reach product_distributed
contraceptive_prevalence antenatal_care skilled_birth_attendance participant_hour
""".split()
)

SERVICE = frozenset(
    """
service programme program scheme project course class facility centre library museum leisure leisure_centre
leisure_facility sport_centre swimming_pool gym pool clinic surgery hospital_service advice_service support_service
advice support treatment care rehabilitation reablement aftercare counselling therapy training tuition workshop
session event mentoring coaching childcare nursery assistance intervention service_provision home_care respite
telecare day_centre day_care housing_support employability_programme employability_service website portal helpline
hotline app pipeline initiative fund loan grant meal allowance direct_payment self-directed_support package equipment
information system network hub outreach voucher vaccine dose screening benefit_advice welfare_advice money_advice
structured_treatment drug_treatment specialist_treatment alcohol_treatment palliative_care mental_health_service
antenatal_care postnatal_care account exhibition festival concert venue gallery theatre show playgroup group club
bus_pass legal_aid microfinance credit sanitation_service social_work cld esol youth_work community_learning
""".split()
)

CHANGE = frozenset(
    """
increase decrease reduction rise fall drop growth decline change improvement raise cut gain fewer more less lower
higher reversal halving doubling expansion enhancement
""".split()
)

MEASURE = frozenset(
    """
number no no. num percentage percent per cent % proportion rate share average mean median total annual level ratio
index score count volume amount quantity sum figure measure indicator incidence frequency value extent cumulative
overall estimated gross net standardised age-standardised adjusted crude monthly quarterly yearly weekly daily type
range distribution area length scale size density tonnage tonne ton litre gallon megawatt kilowatt kilowatt_hour kwh mwh gwh kilogram kilogramme kg gram
square_metre square_foot cubic_metre sqm acreage
work_hour rate_of gap_between combined
""".split()
)
"""Words that only say how something is counted."""

FACILITY = frozenset(
    """
accommodation_unit supported_accommodation_unit sheltered_housing_unit extra_care_housing chalet caravan_site stance
allotment_site office depot council_building centre children_centre day_centre leisure_centre community_centre branch
bank_branch plot allotment allotment_plot pitch playground shelter hub hotspot placement foster_placement cot
recycling_centre recycling_point charging_station toilet clinic health_centre one-stop_shop station library_branch
nursery_place school_place childcare_place treatment_place bed_space hostel surgery_open park_and_ride parking_space
cycle_space amenity amenitie service_point access_point wifi_hotspot defibrillator
""".split()
)
"""Places and points that bodies provide: counting them counts what is put in or made."""

SITUATED = frozenset(
    """
claimant looked_after_child looked-after_child child_in_care care_leaver teenage_mother homeless_household
homeless_person rough_sleeper smoker drinker prisoner victim perpetrator neet jobseeker refugee offender immigrant
tourist commuter cyclist pedestrian motorist volunteer school_leaver graduate entrepreneur detainee inmate
""".split()
)
"""People who are named after how they live or what happened to them."""

RECIPIENTS = frozenset(
    """
participant attendee beneficiary recipient subscriber enrollee delegate member borrower trainee grantee awardee mentee
""".split()
)
"""People who are named after what a service does for them."""
