#include "rules/gates.h"

#include "base/applying.h"

/* What each gate asks. 'All of none' is open for parents, who may not be known; without a child nothing is open. */
static bool all_children(const struct facts *f, int n) { return f->children > 0 && n >= f->children; }

static bool nobody_alike(const struct facts *f) { return f->people_alike == 0; }
static bool social_police_health(const struct facts *f) { return f->social_care_took_part && f->police_took_part && f->health_took_part; }
static bool parents_told(const struct facts *f) { return f->parents_told_or_why_not >= f->parents; }
static bool no_other_enquiry(const struct facts *f) { return f->enquiries_running == 0; }

static bool enquiry_concluded(const struct facts *f)
{
    return !f->conference_needs_enquiry || all_children(f, f->children_with_continuing_risk);
}
static bool manager_agrees(const struct facts *f) { return f->manager_agreed || rights_have(f->rights, DECIDE_CASE); }
static bool inside_days(const struct facts *f) { return f->inside_the_days; }

static bool nothing_booked_twice(const struct facts *f) { return f->booked_twice == 0; }
static bool last_chair(const struct facts *f) { return !f->conference_is_review || f->chair_is_last_chair; }

static bool supporters_as_here(const struct facts *f) { return f->supporters_most == 0 || f->supporters_brought <= f->supporters_most; }

static bool three_agencies_invited(const struct facts *f)
{
    return all_children(f, f->children_social_care_invited) && all_children(f, f->children_health_invited) &&
           all_children(f, f->children_police_invited);
}
static bool invited_as_here(const struct facts *f) { return all_children(f, f->children_invited_as_here); }
static bool knowing_agency_invited(const struct facts *f) { return all_children(f, f->children_knowing_agency_invited); }
static bool children_asked(const struct facts *f) { return all_children(f, f->children_asked_and_told); }
static bool children_offered_advocate(const struct facts *f) { return all_children(f, f->children_advocate_answered); }
static bool children_heard(const struct facts *f) { return all_children(f, f->children_heard); }
static bool parents_invited(const struct facts *f) { return f->parents_invited_or_excluded >= f->parents; }
static bool parents_needs(const struct facts *f) { return f->parents_needs_answered >= f->parents; }
static bool parents_supporter(const struct facts *f) { return f->parents_supporter_answered >= f->parents; }
static bool safe_contact_asked(const struct facts *f) { return f->adults_safe_contact_answered >= f->adults; }
static bool kept_apart(const struct facts *f) { return f->orders_asked && f->people_kept_apart_arranged >= f->people_kept_apart; }
static bool reports_asked(const struct facts *f) { return f->agencies_invited > 0 && f->reports_requested >= f->agencies_invited; }
static bool sharing(const struct facts *f) { return f->sharing_planned; }
static bool told_it_moved(const struct facts *f) { return f->people_to_tell_again == 0; }

static bool safe_contact_obeyed(const struct facts *f) { return f->safe_contact_obeyed; }
static bool no_protected_address(const struct facts *f) { return f->protected_found == 0; }
static bool scan_decided(const struct facts *f) { return f->scan_findings_decided >= f->scan_findings; }
static bool released_by_another(const struct facts *f) { return !f->released_by_author || f->released_in_room; }

static bool conference_is_confirmed(const struct facts *f) { return f->conference_confirmed; }
static bool nobody_meets(const struct facts *f) { return f->people_who_would_meet == 0; }
static bool quorum_present(const struct facts *f) { return f->agencies_present >= f->quorum; }
static bool parents_met(const struct facts *f) { return f->parents_met_or_offered >= f->parents; }
static bool reports_in_time(const struct facts *f) { return f->parents_reports_in_time >= f->parents; }

static bool introductions(const struct facts *f) { return f->introductions_recorded; }
static bool views_complete(const struct facts *f) { return f->views_due > 0 && f->views_given >= f->views_due; }
static bool family_heard(const struct facts *f)
{
    return f->parents_heard_or_offered >= f->parents && all_children(f, f->children_heard_or_offered);
}
static bool threshold(const struct facts *f) { return all_children(f, f->children_reasoned); }
static bool dissent_kept(const struct facts *f) { return f->dissents_kept >= f->dissents; }

static bool harm_and_category(const struct facts *f) { return all_children(f, f->children_harm_and_category); }
static bool plan_basics(const struct facts *f) { return f->plan_basics_missing == 0; }

static bool sections_there(const struct facts *f) { return f->plan_sections_missing == 0; }
static bool actions_complete(const struct facts *f) { return f->actions > 0 && f->actions_complete >= f->actions; }
static bool remarks_answered(const struct facts *f) { return f->remarks_open == 0; }
static bool words_for_kept_apart(const struct facts *f) { return f->readers_without_words == 0; }
static bool no_separation_promised(const struct facts *f) { return f->words_promise_separation == 0; }
static bool court_alone_decides(const struct facts *f) { return f->words_promise_court == 0; }

static bool end_decided(const struct facts *f) { return f->end_evidence; }
static bool receiver_confirmed(const struct facts *f) { return !f->end_by_move || f->receiving_authority_confirmed; }
static bool support_offered(const struct facts *f) { return f->support_answered; }
static bool agencies_told(const struct facts *f) { return f->agencies_told >= f->agencies_to_tell; }

static bool nothing_open(const struct facts *f) { return f->plans_open == 0 && f->enquiries_open == 0 && f->assessments_open == 0; }
static bool reason_fits(const struct facts *f) { return f->closure_reason_fits; }

static bool family_group(const struct facts *f) { return f->emergency || f->family_group_offered_or_why_not; }
static bool letter(const struct facts *f) { return f->emergency || f->letter_says_what_and_why; }

static bool move_is_open(const struct facts *f) { return f->moves_refused == 0; }

static const struct gate_row GATES[] = {
    {"", NULL, GATE_WARN, PERMISSION_NONE, "", "", ""},
#define GATE(name, asks, class, may_go_on, moment, says, source) {#name, asks, class, may_go_on, moment, says, source},
#include "rules/gates.def"
#undef GATE
};
_Static_assert(sizeof GATES / sizeof GATES[0] == GATE_COUNT, "a row for each gate");

const struct gate_row *gate_row(enum gate gate) { return &GATES[gate < GATE_COUNT ? gate : GATE_NONE]; }

bool gate_of(Text name, enum gate *ret_gate)
{
    for (int i = GATE_NONE + 1; i < GATE_COUNT; i++) {
        if (text_equal_string(name, GATES[i].name)) {
            *ret_gate = (enum gate)i;
            return true;
        }
    }
    return false;
}

const char *gate_who_goes_on(enum gate gate)
{
    const struct gate_row *row = gate_row(gate);
    if (row->class == GATE_WITH_REASON)
        return permission_who(row->may_go_on);
    return row->class == GATE_HARD ? "nobody" : "";
}

enum gate_answer gate_ask(enum gate gate, const struct facts *facts)
{
    not_while_applying("a gate");
    const struct gate_row *row = gate_row(gate);
    if (row->asks == NULL || row->asks(facts))
        return GATE_ANSWER_OPEN;
    if (row->class == GATE_WARN)
        return GATE_ANSWER_WARNED;
    bool reason = row->class == GATE_WITH_REASON && (facts->reasons & (UINT64_C(1) << gate)) != 0;
    return reason && rights_have(facts->rights, row->may_go_on) ? GATE_ANSWER_PASSED_REASON : GATE_ANSWER_SHUT;
}

size_t gates_shut(const enum gate *gates, size_t count, const struct facts *facts, enum gate *ret_shut)
{
    size_t shut = 0;
    for (size_t i = 0; i < count; i++) {
        if (gate_ask(gates[i], facts) == GATE_ANSWER_SHUT)
            ret_shut[shut++] = gates[i];
    }
    return shut;
}
