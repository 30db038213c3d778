#include "rules/quorum.h"

bool agency_counts(enum agency_kind kind)
{
    return kind != AGENCY_KIND_NONE && kind != AGENCY_KIND_LEGAL && kind != AGENCY_KIND_ADVOCACY;
}

bool agency_is_health(enum agency_kind kind)
{
    return kind == AGENCY_KIND_HEALTH || kind == AGENCY_KIND_MIDWIFERY || kind == AGENCY_KIND_MENTAL_HEALTH;
}

bool agency_knows_children(enum agency_kind kind)
{
    return kind == AGENCY_KIND_EDUCATION || kind == AGENCY_KIND_EARLY_YEARS || kind == AGENCY_KIND_MIDWIFERY;
}

bool attendance_is_present(enum attendance attendance)
{
    switch (attendance) {
    case ATTENDANCE_PRESENT:
    case ATTENDANCE_PART:
    case ATTENDANCE_VIDEO:
    case ATTENDANCE_TELEPHONE:
    case ATTENDANCE_OWN_SESSION:
    case ATTENDANCE_REPRESENTED: return true;
    case ATTENDANCE_NONE:
    case ATTENDANCE_APOLOGIES:
    case ATTENDANCE_ABSENT:
    case ATTENDANCE_EXCLUDED:
    case ATTENDANCE_COUNT: break;
    }
    return false;
}

static bool is_in_the_room(enum attendance attendance) { return attendance == ATTENDANCE_PRESENT || attendance == ATTENDANCE_PART; }

bool attendances_meet(enum attendance one, enum attendance other)
{
    return (is_in_the_room(one) && is_in_the_room(other)) || (one == ATTENDANCE_VIDEO && other == ATTENDANCE_VIDEO);
}

static bool seat_counts(const struct seat *seat) { return agency_counts(seat->kind) && attendance_is_present(seat->attendance); }

size_t agencies_present(const struct seat *seats, size_t count)
{
    size_t present = 0;
    for (size_t i = 0; i < count; i++) {
        bool first = seat_counts(&seats[i]);
        for (size_t k = 0; k < i; k++)
            first &= seats[k].agency != seats[i].agency || !seat_counts(&seats[k]);
        present += first;
    }
    return present;
}

bool view_fits(enum conference_kind kind, enum agency_view view)
{
    switch (view) {
    case AGENCY_VIEW_PLAN:
    case AGENCY_VIEW_NO_PLAN: return kind != CONFERENCE_KIND_REVIEW;
    case AGENCY_VIEW_GOES_ON:
    case AGENCY_VIEW_CHANGE:
    case AGENCY_VIEW_ENDS: return kind == CONFERENCE_KIND_REVIEW;
    case AGENCY_VIEW_NO_VIEW: return true;
    case AGENCY_VIEW_NONE:
    case AGENCY_VIEW_COUNT: break;
    }
    return false;
}

bool decision_fits(enum conference_kind kind, enum conference_decision decision)
{
    switch (decision) {
    case CONFERENCE_DECISION_PLAN:
    case CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED:
    case CONFERENCE_DECISION_NO_PLAN_EARLY_HELP:
    case CONFERENCE_DECISION_NO_PLAN_CLOSE: return kind != CONFERENCE_KIND_REVIEW;
    case CONFERENCE_DECISION_GOES_ON:
    case CONFERENCE_DECISION_CHANGED:
    case CONFERENCE_DECISION_ENDS: return kind == CONFERENCE_KIND_REVIEW;
    case CONFERENCE_DECISION_INQUORATE: /* a conference that was not held decides nothing */
    case CONFERENCE_DECISION_ADJOURNED:
    case CONFERENCE_DECISION_NONE:
    case CONFERENCE_DECISION_COUNT: break;
    }
    return false;
}

bool decision_has_plan(enum conference_decision decision)
{
    return decision == CONFERENCE_DECISION_PLAN || decision == CONFERENCE_DECISION_GOES_ON || decision == CONFERENCE_DECISION_CHANGED;
}

bool view_dissents(enum agency_view view, enum conference_decision decision)
{
    switch (view) {
    case AGENCY_VIEW_PLAN: return decision != CONFERENCE_DECISION_PLAN;
    case AGENCY_VIEW_NO_PLAN: return decision == CONFERENCE_DECISION_PLAN;
    case AGENCY_VIEW_GOES_ON: return decision != CONFERENCE_DECISION_GOES_ON;
    case AGENCY_VIEW_CHANGE: return decision != CONFERENCE_DECISION_CHANGED;
    case AGENCY_VIEW_ENDS: return decision != CONFERENCE_DECISION_ENDS;
    case AGENCY_VIEW_NO_VIEW:
    case AGENCY_VIEW_NONE:
    case AGENCY_VIEW_COUNT: break;
    }
    return false;
}

void tally_add(struct tally *tally, enum agency_view view)
{
    tally->of[view]++;
    tally->given++;
}
