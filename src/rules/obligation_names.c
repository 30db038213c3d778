#include "rules/obligation_names.h"

const char *obligation_outward(enum obligation_kind kind)
{
    switch (kind) {
    case OBLIGATION_KIND_REPORTS_INITIAL:
    case OBLIGATION_KIND_REPORTS_REVIEW: return "REPORT_WITH_PARENTS";
    case OBLIGATION_KIND_LONG_PLAN_15:
    case OBLIGATION_KIND_LONG_PLAN_21:
    case OBLIGATION_KIND_LONG_PLAN_24: return "LONG_PLAN";
    default: return obligation_kind_code(kind);
    }
}

const char *obligation_state_outward(enum obligation_state state)
{
    switch (state) {
    case OBLIGATION_STATE_WAITING: return "waiting";
    case OBLIGATION_STATE_LATE: return "late";
    case OBLIGATION_STATE_MET: return "met";
    case OBLIGATION_STATE_MET_LATE: return "met_late";
    case OBLIGATION_STATE_NOT_NEEDED: return "not_needed";
    case OBLIGATION_STATE_MISSED: return "missed";
    default: return "";
    }
}
