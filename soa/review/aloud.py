"""The questions as they are said aloud, and what a good answer to each looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Said(NamedTuple):
    """A question, and what a good answer to it looks like; words in braces are filled in from the draft.

    `{it}` is the outcome or priority, `{lead}` the partner that leads it, `{named}` the partners that a finding names, `{body}` a
    partner to stand as an example, `{action}` and `{measure}` what the draft calls them, `{words}` what stands at the place itself, `{due}` the day by which it is to be settled,
    `{others}` those of whom the end of a finding tells.
    A piece in square brackets is left out where the draft has no words for it.
    """

    ask: str
    good: str
    without: str = ""
    """The question where the draft has no words for one of those in braces."""


SAID: Mapping[str, Said] = {
    # ---- the four answers ----------------------------------------------------------------------------------------
    "missing-what-how-who-when/what": Said(
        "What will have improved, and for whom, when {it} has come about?",
        "One sentence that names the people and what changes for them, and a figure by which anybody could see it.",
    ),
    "missing-what-how-who-when/how": Said(
        "What will you do towards {it}, and who does the first piece of work?",
        "Two or three pieces of work, each with one owner, such as {body}, a date, and something to see at the end.",
    ),
    "missing-what-how-who-when/by-whom": Said(
        "Which one partner leads on {it}, and which post in it answers for it?",
        "One partner, such as {body}, and the post in it that anybody can ring; the others as those who contribute.",
    ),
    "missing-what-how-who-when/when": Said(
        "How far will you have come with {it} in a year, in three years and by the end?",
        "A level and a year for each measure, and one step that will have happened within the first year.",
    ),
    "outcome-not-measured": Said(
        "By which figure will you, and we, know whether {it} has come about?",
        "One figure about people or the place, with its source and where it stands today; if it must first be collected, who does that and by when.",
    ),
    "vague-outcome": Said(
        "If {it} has come about, what could a stranger see that is not so today, and for whom?",
        "The condition that will change and whose it is, such as “Fewer young people leave school without a job or a place to learn”.",
    ),
    "activity-as-outcome": Said(
        "{it} is work: when you have done it, what will be different, and for whom?",
        "The change for people that the work is for; the work itself is then part of how.",
    ),
    "success-not-described/nowhere": Said(
        "What would somebody who lives here notice, if these outcomes came about?",
        "For the outcome that matters most, what people would see in one year, in three and in ten, in their own words.",
    ),
    "success-not-described": Said(
        "What would somebody who lives here notice, once {it} has come about?",
        "What people would see, hear or be able to do, in words they would use themselves.",
    ),
    # ---- owners --------------------------------------------------------------------------------------------------
    "unowned-outcome/none": Said(
        "Which one partner leads on {it}, and which post in it do we ring if it does not move?",
        "One partner, the one best placed and not always the council, and the post in it that answers.",
    ),
    "unowned-outcome/collective": Said(
        "The lead for {it} is given as {words}: which one of you do we ring if it does not move?",
        "One partner, such as {body}, and the post in it that answers; the others as those who contribute.",
        "Which one of you do we ring if {it} does not move?",
    ),
    "unowned-outcome/several": Said(
        "Several of you share the lead for {it}: which one of you do we ring if it does not move?",
        "One partner as lead, with the post that answers, and another as deputy if you wish.",
    ),
    "unowned-outcome/group": Said(
        "{words} is a group: whose body answers for {it}?",
        "The partner whose body answers, often that of the group's chair; the group still runs the work.",
        "Whose body answers for {it}?",
    ),
    "unowned-outcome/no-legal-person": Said(
        "{lead} is no legal person: whose money and staff are behind its lead on {it}?",
        "The bodies that it is made of, and which of them answers for the work.",
        "Whose money and staff are behind the lead on {it}?",
    ),
    "unowned-outcome/no-post": Said(
        "Who at {lead}, by name of post, do we ring if {it} does not move?",
        "One post at {lead}, such as a head of service; no person's name is needed.",
        "Who, by name of post, do we ring if {it} does not move?",
    ),
    "unowned-action": Said(
        "Who, of all of you, will have done this: {action}?",
        "One partner, such as {body}, that answers for it, and those who help it.",
        "Which one of you will have done each piece of the work towards {it}?",
    ),
    "unowned-action/group": Said(
        "{words} is a group: whose body answers for this action towards {it}?",
        "The partner whose body answers for the group's work.",
        "Whose body answers for the group's work towards {it}?",
    ),
    "council-leads-everything": Said(
        "Which of these outcomes would another partner than the council be better placed to lead?",
        "Two or three outcomes named aloud at the table, each with the partner[, such as {other},] that takes it on.",
    ),
    "lead-without-part": Said(
        "{lead} leads on {it}: what does it do itself, or put in?",
        "One action that {lead} owns, or money, staff or a building that it gives; or the partner that does the work takes the lead.",
        "The partner that leads on {it}: what does it do itself, or put in?",
    ),
    "one-post-too-many": Said(
        "The {words} answers for all of these: which of them comes first, and who sees to the rest?",
        "The posts that do the work, for some of them, or a deputy at another partner.",
        "One post answers for all of these: which of them comes first, and who sees to the rest?",
    ),
    # ---- prevention ----------------------------------------------------------------------------------------------
    "no-prevention-plan/absent": Said(
        "What are you, together, doing now so that fewer people need help later?",
        "A plan of its own for prevention: what two or more partners do, what each puts in by year, and the figures by which you will know that it works.",
    ),
    "no-prevention-plan/no-actions": Said(
        "Which pieces of work, by which of you, make up your plan for prevention?",
        "Some actions, of {body} and of at least one more partner, that act before harm is done, each with its date.",
    ),
    "no-prevention-plan/one-partner": Said(
        "Your plan for prevention is the work of {named} alone: what do the rest of you do so that fewer people need help later?",
        "What a second partner does: an action of its own, or its part in one.",
        "Your plan for prevention is one partner's work: what do the rest of you do so that fewer people need help later?",
    ),
    "no-prevention-plan/one-partner-with-money": Said(
        "Your plan for prevention is one partner's work: what do the rest of you bring to it, or why is it right so?",
        "What a second partner does; or the reason why the shift is one partner's to make.",
    ),
    "prevention-spend-missing/none": Said(
        "What does each of you put into prevention, this year and the next?",
        "For each partner that acts in it an amount by year, with its basis; an estimate or staff time will do.",
    ),
    "prevention-spend-missing/partner": Said(
        "What goes into the plan for prevention from {named}, this year and the next?",
        "For each an amount by year, staff time or hours, with its basis; nil will do, if that is the answer.",
        "Some of you act in the plan for prevention and it is not said what you put in: what is it?",
    ),
    "prevention-spend-missing/line": Said(
        "How much is this line of spending on prevention, and how was it worked out?",
        "The amount for each year, and in a few words its basis.",
    ),
    "prevention-evidence-missing/none": Said(
        "How will you show that prevention is working: in money moved, in people's lives, in demand, in cost?",
        "For each of the four one measure with figures, today's and the one you aim at.",
    ),
    "prevention-evidence-missing/one-for-all": Said(
        "How can one figure show money moved, lives changed, demand falling and cost held?",
        "A measure for each of the four: a share of spending, how people fare, what is asked for less, and what it costs.",
    ),
    "prevention-evidence-missing/decisive-shift": Said(
        "By which figure will we see money and effort move to prevention?",
        "A share of spending, or of staff, that goes to prevention: today's, and the one you aim at by which year.",
    ),
    "prevention-evidence-missing/improving-outcomes": Said(
        "By which figure will we see that prevention makes people's lives better?",
        "One measure of how people fare whom the plan for prevention is for.",
    ),
    "prevention-evidence-missing/reducing-future-need": Said(
        "By which figure will we see that fewer people come to need help?",
        "One measure of what is asked for less: admissions, referrals, places, calls.",
    ),
    "prevention-evidence-missing/controlling-costs": Said(
        "By which figure will we see that prevention holds down what all this costs?",
        "One measure of cost, such as the cost of a stay, a place or a case: today's, and the one you aim at.",
    ),
    "prevention-evidence-missing/late": Said(
        "What does your shift to prevention consist of, and what will you show for it before {due}?",
        "What moves, from what to what and by when; and one of the four figures that is known already, such as a share of spending.",
        "What does your shift to prevention consist of, and what will you show for it in the first year?",
    ),
    "prevention-evidence-missing/of-work": Said(
        "What you count for prevention is work done: by which figure will we see that people's lives are better for it?",
        "One measure of how people fare whom the plan for prevention is for: what they are spared.",
    ),
    "reactive-work-called-prevention/line": Said(
        "Who needs less help later because of what is paid for here: {words}?",
        "The next event that it prevents, and for whom; or the line stays, outside the plan for prevention.",
        "Who needs less help later because of what is paid for here?",
    ),
    "reactive-work-called-prevention": Said(
        "Who needs less help later because of this: {action}?",
        "The next event that it prevents, and for whom; or the action stays, outside the plan for prevention.",
        "Who needs less help later because of this?",
    ),
    # ---- money ---------------------------------------------------------------------------------------------------
    "priority-without-resources/nothing": Said(
        "What do you put into {it}: whose money, whose people, whose buildings?",
        "One line from each partner that acts, such as {body}: money, staff, a building or volunteers' time, and for which year.",
    ),
    "priority-without-resources/contributors-only": Said(
        "You say in words what you bring to {it}: how much money, and how many people, is that?",
        "The same parts as amounts, posts or hours, by year.",
    ),
    "priority-without-resources/money-only": Said(
        "Who and what will do the work that the money for {it} pays for?",
        "The staff, buildings or skills that go into it too.",
    ),
    "project-money-only/none": Said(
        "{it} rests on project money: which money that you already have moves to it?",
        "An amount or some posts from ordinary budgets, such as {body}'s, and what they were spent on before.",
    ),
    "project-money-only/minor": Said(
        "Most of what pays for {it} is project money: which of your ordinary money follows when it is gone?",
        "An amount from ordinary budgets, such as {body}'s, that grows as the project money ends.",
    ),
    "no-shift-to-prevention/share": Said(
        "Prevention's share of your budgets does not rise: which money that you already have moves, and from what to what?",
        "An amount and a year, the budget that it leaves and the one it goes to.",
    ),
    "no-shift-to-prevention/renamed": Said(
        "{partner} counts {words} as prevention, and it was there before: what has changed but the name?",
        "What is done otherwise now, and the amount that moved to it and from where; or the line is left out of the plan for prevention.",
        "This is counted as prevention, and it was there before: what has changed but the name?",
    ),
    "no-shift-to-prevention/threshold": Said(
        "Fewer people will qualify for help: who helps the others in the meantime?",
        "The partner that helps them, how, and with what money; or the change is left out of the plan for prevention.",
    ),
    "no-shift-to-prevention/amount": Said(
        "Is what you put into prevention more or less of what you spend?",
        "The same amounts beside the budgets that they are part of, year by year.",
    ),
    "no-shift-to-prevention/one-partner": Said(
        "Why does one partner's part in prevention become less?",
        "The reason, such as another partner that has taken the work over.",
    ),
    "nothing-stops": Said(
        "You claim a shift to prevention: what will you do less of, or close, to pay for it?",
        "One thing that stops, shrinks or moves, when, and what it frees: a ward, a round of visits, a programme.",
    ),
    "funding-ends-first": Said(
        "What happens in the month after {fund} ends?",
        "Who pays from then on and from which budget; or that the work stops then, and why the target still holds.",
        "What happens in the month after this fund ends?",
    ),
    "unproven-saving/words": Said(
        "You speak of savings: how much, from when, and whose budget does the money leave?",
        "An amount, the first year, what has to happen for it to arrive, and who receives it.",
    ),
    "unproven-saving/at-once": Said(
        "What closes in the first months, so that this saving is there in full in the first year?",
        "What closes and when; or the later year in which the money is really free.",
    ),
    "unproven-saving/more-than-cost": Said(
        "The savings are larger than the costs they come out of: is there a nought too many?",
        "Both amounts in whole pounds a year, checked with the director of finance.",
    ),
    "amount-without-basis": Said(
        "Where does {partner}'s figure come from, and how sure of it are you?",
        "A few words of basis, such as the budget book or a share by population, and whether it is firm.",
        "Where does this figure come from, and how sure of it are you?",
    ),
    "joint-budget-ungoverned": Said(
        "Whose money is this once it is pooled, and who decides on it?",
        "Each partner's share, the body that holds it, and the agreement that says who decides.",
    ),
    # ---- the gap -------------------------------------------------------------------------------------------------
    "no-gap-measure": Said(
        "For {it}: what happens to the gap, and not the average, between those who fare worst and everybody else?",
        "One measure of each such outcome[, such as {measure},] given for the places or groups that fare worst as well, with where they start and where they are to be.",
        "What happens to the gap, and not the average, between those who fare worst and everybody else?",
    ),
    "gap-would-widen/wider": Said(
        "By your own targets the gap in {measure} will be wider at the end than it is now: is that what you mean?",
        "A target for the worse off that rises faster than the others'; or the reason, and the year from which the gap narrows.",
        "By your own targets the gap will be wider at the end than it is now: is that what you mean?",
    ),
    "gap-would-widen/explained": Said(
        "You expect the gap in {measure} to widen first: when does it narrow again?",
        "A later target for both ends, by which it is narrower than today.",
        "You expect the gap to widen first: when does it narrow again?",
    ),
    "gap-would-widen/for-a-time": Said(
        "The gap in {measure} widens for a time: why, and until when?",
        "The reason, and the year from which it narrows.",
        "The gap widens for a time: why, and until when?",
    ),
    "gap-would-widen/ratio": Said(
        "Which of the two do you steer by: the difference, or the ratio?",
        "One of the two, and why; when figures fall, the ratio often grows although the difference narrows.",
    ),
    # ---- the first year ------------------------------------------------------------------------------------------
    "first-year-empty": Said(
        "What will be different a year from now because of this agreement?",
        "Two or three things with a date in the first year: an action done, a step taken, a figure moved.",
    ),
    "first-year-empty/no-means": Said(
        "Nothing goes into {it} in the first year: what can be done until the money comes?",
        "What each of you, such as {body}, puts in from the first year, staff time included; or targets that begin when the money does.",
        "Nothing goes into some of your priorities in the first year: what can be done until the money comes?",
    ),
    "long-term-without-milestone": Said(
        "How will we know within two years that you are on the way to {it}?",
        "An earlier target, a measure that moves sooner, or one thing that will have happened by a day.",
    ),
    # ---- measures and targets ------------------------------------------------------------------------------------
    "process-only-targets": Said(
        "All the targets for {it} are about what you do: which is about people?",
        "One figure of how people or the place fare, with where it stands today and where it is to be.",
    ),
    "no-baseline/none": Said(
        "Where does {measure} stand today?",
        "The last value known and its year; for a new measure who takes the first reading, and by when.",
        "Where do you start from with {it}?",
    ),
    "no-baseline/late": Said(
        "Where did {measure} stand before the agreement began?",
        "The last value known before it began; later ones show progress.",
        "Where did this stand before the agreement began?",
    ),
    "indicator-kind-doubtful": Said(
        "Is {measure} about people's lives, or about what you do?",
        "A figure of how people fare, beside the count of work done.",
        "Are the figures for {it} about people's lives, or about what you do?",
    ),
    "figure-not-ours": Said(
        "If things get better here and worse next door, what would {measure} show?",
        "A figure for this area, or why the wider one is used.",
        "If things get better here and worse next door, what would this figure show?",
    ),
    "stale-data": Said(
        "Is there no newer figure for {measure} than this?",
        "The newest value; or how often one is known, and when the next one comes.",
        "Is there no newer figure than this?",
    ),
    "baseline-and-target-unlike": Said(
        "Are the baseline of {measure} and its target counted in the same way?",
        "Both for the same kind of period and by the same definition.",
        "Are this baseline and its target counted in the same way?",
    ),
    "noise-read-as-change": Said(
        "Would you still say this if next year's figure went back to where it was?",
        "The counts themselves or an average of several years, without a strong word.",
    ),
    "indicator-undefined": Said(
        "If somebody else counted these, would they get the same figures?",
        "For each measure what exactly is counted, where the figures come from, and how often they are known.",
    ),
    "target-not-specific": Said(
        "How far is {measure} to move, and by when?",
        "A level and a year; if it is still to be set, who sets it, and by when.",
        "How far will {it} have come, by when?",
    ),
    "target-wrong-way/first": Said(
        "Your target for {measure} is worse than where you stand today: is that a slip, or is it meant?",
        "The figure that was agreed; or, where it is meant, the reason in a sentence.",
        "One of your targets for {it} is worse than where you stand today: is that a slip, or is it meant?",
    ),
    "target-wrong-way/later": Said(
        "A later target for {measure} turns back: is that meant?",
        "The figures that were agreed; or the reason for the turn.",
        "A later target turns back: is that meant?",
    ),
    "target-not-stretching": Said(
        "What would people notice if you met your target for {measure}?",
        "A level that an ordinary year would not bring by itself; or why standing still is hard enough.",
        "What would people notice if you met this target?",
    ),
    "national-aim-copied": Said(
        "Why is Scotland's figure for {measure} the right one for you?",
        "A level that follows from where this area starts; or the reason why the national one is right here.",
        "Why is Scotland's figure the right one for you?",
    ),
    "target-inside-margin": Said(
        "If {measure} moves as you plan, how will you know that it is not chance?",
        "A larger survey, a later level, or a measure that counts everybody.",
        "How will you know that this is not chance?",
    ),
    "impossible-dates": Said(
        "Two dates cannot both be true for this: {action}. Which is right?",
        "The date that was agreed.",
        "Two dates in the plan cannot both be true: which is right?",
    ),
    "impossible-dates/too-late": Said(
        "All the work is done after the day by which it should show: which of the two dates moves?",
        "Work that begins sooner, or a later target.",
    ),
    # ---- actions -------------------------------------------------------------------------------------------------
    "undated-action": Said(
        "By when will this have been done: {action}?",
        "A day, a quarter or a year; for a service without an end the day on which it is next looked at.",
        "By when will each piece of the work towards {it} have been done?",
    ),
    "vague-action": Said(
        "On the day this is done, what will there be that there is not today: {action}?",
        "A product, a number or a group: what there will be, for whom and where.",
        "On the day this is done, what will there be that there is not today?",
    ),
    "vague-action/plan": Said(
        "When this has been carried out, what will there be that is not there now: {action}?",
        "What the plan brings and by when: a service, a number of places, a date.",
        "When the plan has been carried out, what will there be that is not there now?",
    ),
    "vague-action/meeting": Said(
        "What will anybody outside the room notice because of this: {action}?",
        "What the meeting is to bring about, for whom and by when.",
        "What will anybody outside the room notice because of this?",
    ),
    "vague-action/joined-up": Said(
        "What will people find joined up that is in pieces today: {action}?",
        "The services that are joined, and what people will notice: one route, one visit, one form.",
        "What will people find joined up that is in pieces today?",
    ),
    "pilot-without-decision/no-date": Said(
        "When will you decide whether to stop this, keep it or do it everywhere: {action}?",
        "The day of the decision, and what it will rest on.",
        "When will you decide whether to stop this, keep it or do it everywhere?",
    ),
    "pilot-without-decision/no-decision": Said(
        "The day of decision has passed: what did you decide on this: {action}?",
        "Stop, continue or do it everywhere; or a later day.",
        "The day of decision has passed: what did you decide?",
    ),
    "pilot-without-decision/no-funding": Said(
        "Whose ordinary budget will carry this: {action}?",
        "The budget that it is paid from afterwards.",
        "Whose ordinary budget will carry this?",
    ),
    "no-evaluation-planned": Said(
        "How will you know whether it worked, and whom will you compare with?",
        "For what is tried out a question, a way to answer it, and a date.",
    ),
    "overlapping-work": Said(
        "Are these two pieces of work, or one that two of you are paying for?",
        "One action with one owner; or in a few words how the two differ.",
    ),
    "everything-on-31-march": Said(
        "Which of these will really be done on the last day of March, and which could be done sooner?",
        "For each the day on which it will be done, and steps on the way for longer work.",
    ),
    "action-moves-no-measure/actions": Said(
        "Which of your figures for {it} should move because of this work?",
        "For each action the measure that it is meant to move.",
    ),
    "action-moves-no-measure/measures": Said(
        "Which piece of work is meant to move {measure}?",
        "One action for each measure that has a target.",
        "Which piece of work is meant to move this figure?",
    ),
    # ---- alignment -----------------------------------------------------------------------------------------------
    "plans-not-aligned/none": Said(
        "In the plans and budgets of {named}, where is this?",
        "For each public body the plan, the clause and the date; where its budget is still to come, when that is.",
        "Where in your own plan and your own budget is this?",
    ),
    "plans-not-aligned/older": Said(
        "Your own plan is older than this agreement: when does it take this in?",
        "The plan or budget agreed since, or the day of the next one.",
    ),
    "board-cannot-commit/unbound": Said(
        "What may {named} agree to at this table, without going back to the board at home?",
        "For each partner the body that decides, what its member may agree to, and up to which sum.",
        "What may each of you agree to at this table, without going back to your own board?",
    ),
    "board-cannot-commit/not-considered": Said(
        "Which board of {named} has this been to, and when?",
        "For each partner the body that considered it, and the date; for one still to come, the day.",
        "Which of your own boards has this been to, and when?",
    ),
    # ---- added value ---------------------------------------------------------------------------------------------
    "restated-existing-plans": Said(
        "How much of this would happen anyway, without this agreement?",
        "For work that is planned already, what this agreement changes: sooner, further, joined up, or for more people.",
    ),
    "added-value-missing": Said(
        "What do you reach together on {it} that none of you would reach alone?",
        "What is joined, such as a team, a budget, a building or a route, and what comes of it.",
        "What do you reach together that none of you would reach alone?",
    ),
    "one-partner-outcome": Said(
        "What do the rest of you bring to {it}?",
        "What a second partner does or gives; or the outcome is left to that one partner's own plan.",
        "What do the rest of you bring to {it}?",
    ),
    # ---- contributions -------------------------------------------------------------------------------------------
    "missing-statutory-partner/absent": Said(
        "The law asks {named} to take part: where are they?",
        "Each of them as a partner with a part; for one still to join, who sees to it by when.",
        "Where are the bodies that the law puts at this table?",
    ),
    "missing-statutory-partner/absent-others": Said(
        "Which of the other bodies with a duty to take part have something to give to these outcomes?",
        "Those that have, with their part; the others need no line.",
    ),
    "missing-statutory-partner/former": Said(
        "This body has ceased to exist: who has taken over its part here?",
        "The body that exists when the agreement starts.",
    ),
    "partner-contribution-unstated/no-part": Said(
        "What is the part of {named} in this?",
        "For each what it leads, does or gives; or that it only looks on.",
        "Some partners are named and have no part: what does each of them, national bodies included, put in here?",
    ),
    "partner-contribution-unstated/vague": Said(
        "What, in numbers or in work, is {partner}'s part: {words}?",
        "A number, a service or an action, such as two nurses for two days a week.",
        "What, in numbers or in work, is each partner's part?",
    ),
    "partner-contribution-unstated/from-one": Said(
        "What do the rest of you put in, in money, staff or buildings: {others}?",
        "One line from each for each priority that it has a part in, with a year; staff time and an estimate will do.",
        "What do the rest of you put in, in money, staff or buildings?",
    ),
    "partner-contribution-unstated/helper": Said(
        "{partner}'s part is given as {words}: what is that, in numbers or in work?",
        "A number, a service or an action, such as two nurses for two days a week.",
        "What, in numbers or in work, is each partner's part?",
    ),
    "partner-contribution-unstated/untracked": Said(
        "In a year, how will we see that each of you kept your part?",
        "For each part the measure or action by which it can be followed.",
    ),
    "third-sector-part-unclear": Said(
        "What do charities and community groups here do under this agreement?",
        "An action that one owns, an outcome that one leads, or a part that can be counted.",
    ),
    "third-sector-part-unclear/no-resource": Said(
        "Who pays for what charities and community groups do here, and until when?",
        "The grant or contract behind it, or volunteers' hours.",
    ),
    "ask-unanswered": Said(
        "{partner} was asked for this, and the day has passed: what is its answer?",
        "The answer with its date; or a new day that both have agreed.",
        "This was asked for, and the day has passed: what is the answer?",
    ),
    # ---- people --------------------------------------------------------------------------------------------------
    "priority-without-community-voice/none": Said(
        "What did people here tell you about {it}, and when?",
        "Who was asked, what they said and what it changed; or who will ask them, and when.",
    ),
    "priority-without-community-voice/afterwards": Said(
        "You agreed {it} first and asked people afterwards: what will you change at the next review?",
        "What was heard before it was agreed, or the day on which what was heard since is taken in.",
    ),
    "priority-without-community-voice/to-come": Said(
        "You are still to ask people about {it}: what could change because of what you hear?",
        "A date before the agreement is agreed, and the parts that are still open.",
    ),
    "priority-without-community-voice/old": Said(
        "It is some time since people were asked about {it}: would they say the same today?",
        "What was heard since; or when you will ask again.",
    ),
    "consultation-without-effect/no-effect": Said(
        "What did people tell you that you did not want to hear, and what changed because of it?",
        "In a sentence each: what people said[, {group} among them], what changed or why nothing could, and when you went back to tell them.",
        "What did people tell you that you did not want to hear, and what changed because of it?",
    ),
    "consultation-without-effect/not-fed-back": Said(
        "When did you go back and tell people what became of what they said?",
        "The day, for each; or who will do it, and when.",
    ),
    "consultation-without-effect/only-consulted": Said(
        "Which part of this will people here help to shape, or do themselves?",
        "One part, named, that is planned or carried out together with the people it is for.",
    ),
    "consultation-without-effect/approval-only": Said(
        "People agreed, you say: what did they want otherwise?",
        "What people asked for or were unhappy with, in their own words.",
    ),
    "locality-plan-unlinked/passed-over": Said(
        "People fare worse in {place}, you say: what in this plan is for them, and who there was asked?",
        "What was heard there, one piece of work that reaches them, and one measure given for that place as well.",
        "People fare worse in some places, you say: what in this plan is for them, and who there was asked?",
    ),
    "locality-plan-unlinked": Said(
        "Which plan does this in {place}, and who there has seen it?",
        "The locality plan and its date; or who will make it, and when.",
        "Which plan does this in the places you name, and who there has seen it?",
    ),
    "place-only-view": Said(
        "Who fares badly here and lives in no one place?",
        "One such group, asked or measured: Gypsy/Travellers, carers, people with a learning disability.",
    ),
    "assessment-missing": Said(
        "Whom does this plan leave out, and what did you change when you saw it?",
        "An equality assessment and an environmental screening: what each found, and what was changed.",
    ),
    # ---- evidence, governance, what is to come -------------------------------------------------------------------
    "priority-without-local-evidence": Said(
        "How do you know that {it} is what matters most here?",
        "One finding about this area, with its source and date.",
        "How do you know that these are what matters most here?",
    ),
    "priority-without-local-evidence/old": Said(
        "What you know about {it} is some years old: is it still so?",
        "A newer finding; or that there is none.",
        "Is what you know about this still so?",
    ),
    "unsupported-attribution": Said(
        "You put a change down to your own work: how do you know that it was you?",
        "What you did and what came of it for those you reached, and how others fared who were not reached.",
    ),
    "governance-unstated": Said(
        "Who runs this partnership, who answers to whom, and what happens when a partner does not do what it said?",
        "The board and its members, how its decisions bind each partner, and the steps when something goes wrong.",
    ),
    "accountability-unstated": Said(
        "To whom do you answer for this, and how do you all answer together?",
        "The body that can question each lead, and one sentence on how the partners answer as one.",
    ),
    "accountability-unstated/to-itself": Said(
        "{lead} answers to itself for {it}: who can question it?",
        "The board, or another body that can question the lead in public.",
        "The lead answers to itself for {it}: who can question it?",
    ),
    "no-escalation-route": Said(
        "Who will ring whom, and how soon, when a partner does not do what it promised?",
        "One step at least: what sets it off, to whom it goes, and within how many days.",
    ),
    "no-self-evaluation": Said(
        "When did you last look hard at how you work together, and what did you change?",
        "The date, what was found, and two or three improvements with an owner and a date.",
    ),
    "integration-assurance-missing": Said(
        "How do you know that the new arrangements for health and social care will serve the priorities in this plan?",
        "How they fit the priorities, who does what, which figures will show better care and value, and how disputes are settled.",
    ),
    "not-yet-overdue": Said(
        "This was to be settled by now: {missing}. What became of it?",
        "The answer; or a new day that the board has agreed.",
        "This was to be settled by now: what became of it?",
    ),
    "not-yet-carried-over": Said(
        "This was to be settled before you agreed: {missing}. What became of it?",
        "The answer; or a new day, after the agreement.",
        "This was to be settled before you agreed: what became of it?",
    ),
    "stopgap-words": Said(
        "Where it says {words}: who will settle it, and by when?",
        "The answer; or the partner that will settle it, and the day.",
        "Who will settle this, and by when?",
    ),
    "stale-agreement": Said(
        "When did anybody last open this plan, and what has been done since?",
        "For each piece of work whose day has passed: done, under way or stopped.",
    ),
    "roles-unclear": Said(
        "What is a councillor at this table for, that a chief executive is not?",
        "One sentence each on what elected members, non-executives and officers are there for.",
    ),
    "roles-unclear/no-induction": Said(
        "When do those who join the board learn what they are there for?",
        "The day of the last or next induction, and who takes part.",
    ),
    "agreed-without-sign-off": Said(
        "Who has put their name to this, and on which day?",
        "For each partner that signs the body and the date; for one still to come, the day.",
    ),
    "deadline-missed": Said(
        "Was this in time, and if not, who agreed to the delay?",
        "The date; or the later day that was granted, and by whom.",
    ),
    # ---- figures -------------------------------------------------------------------------------------------------
    "words-contradict-figures": Said(
        "The words and the figures say two things about {it}: which did you agree?",
        "The one that was agreed, in both places.",
        "The words and the figures say two things: which did you agree?",
    ),
    "same-measure-two-figures": Said(
        "{measure} has two figures for one year: which did you agree?",
        "One figure; or two names, if the two are not counted alike.",
        "One measure has two figures for one year: which did you agree?",
    ),
    "totals-disagree": Said(
        "Which of these amounts is right?",
        "Shares that add up to their sum, and parts no larger than their whole.",
    ),
    "counted-twice": Said(
        "Is this the same money, shown twice?",
        "One entry for it; or what tells the two apart.",
    ),
    "unfair-comparison": Said(
        "What is it about the others, or about how they count, that we should know before we compare?",
        "Who lives there or what is counted otherwise; the two values, for the same period, and no rank alone.",
    ),
    "missing-denominator": Said(
        "Out of how many is {measure}?",
        "A rate; or the number of people there are, or of those who answered.",
        "Out of how many?",
    ),
    "small-number-shown": Said(
        "Could somebody who lives there tell who these people are?",
        "The figure left out, or one figure for several places or years together.",
    ),
    "per-cent-or-points": Said(
        "A tenth less of it, or ten points less: down to what, exactly?",
        "Both levels, such as “from 24 to 21.6 per cent”.",
    ),
    # ---- what was left out ---------------------------------------------------------------------------------------
    "too-many-priorities/too-many": Said(
        "This is more than anybody can do well: what would you leave out?",
        "The few things that no partner can do alone; and what was considered and left out, with the reason.",
    ),
    "too-many-priorities/same-rank": Said(
        "All your priorities have the same rank: which comes first when there is money for one?",
        "The one that comes first, and why.",
    ),
    "too-many-priorities/indicators": Said(
        "On which of these many measures would your board act?",
        "Those; the others can stand elsewhere.",
    ),
    "vague-priority": Said(
        "What, here, will be different under {it}, and for whom?",
        "The change and who will notice it, such as “Fewer under-16s in Strathmore harmed by drink”.",
    ),
    "national-targets-crowd-out": Said(
        "Which of the measures under {it} would you keep if the government did not ask for them?",
        "Measures of what people here would notice; or the national one, for a place or group here.",
    ),
    "all-national-outcomes-covered": Said(
        "Which two or three national outcomes would you be judged by?",
        "The one or two that each priority serves most.",
    ),
    # ---- risk ----------------------------------------------------------------------------------------------------
    "risk-not-assessed": Said(
        "What is most likely to stop you, and who is watching for it?",
        "For each outcome its main risk, the partner that watches it, and what is done about it.",
    ),
    "risk-not-assessed/assessment": Said(
        "On which look at the whole area do these priorities rest?",
        "The strategic assessment, with its date.",
    ),
    "influence-not-acknowledged": Said(
        "What else could move {it}, and what will you do if it does?",
        "The main forces outside your hands, and what you can do all the same.",
        "What else could move these outcomes, and what will you do if it does?",
    ),
    # ---- wording -------------------------------------------------------------------------------------------------
    "hidden-actor": Said(
        "Where it says {words}: who will do it?",
        "The partner, by name.",
        "Who will do what the plan says will be done?",
    ),
    "hard-to-read": Said(
        "How would you say this to somebody at the bus stop: {words}?",
        "Two short sentences, in the words that people say aloud.",
        "How would you say this to somebody at the bus stop?",
    ),
    "undefined-abbreviation": Said(
        "Which of the letters you use will somebody who lives here not know?",
        "Each spelt out once, or in a glossary.",
    ),
}
"""By the name of a rule, or `rule/case`, which goes before it. For others the rule's own question is asked."""


def said_of(rule: str, case: str) -> Said | None:
    """The words for a finding; None where there are only the rule's own."""
    return SAID.get(f"{rule}/{case}") or SAID.get(rule)
