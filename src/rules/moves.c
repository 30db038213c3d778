#include "rules/moves.h"

#include "base/applying.h"
#include "base/out.h"

#define S(stage) (UINT64_C(1) << (STAGE_##stage))
/* An episode is open and its way is not decided to be early help or the end. */
#define OPEN_STAGES                                                                                                    \
    (S(CONTACT) | S(REFERRAL) | S(ASSESSMENT) | S(STRATEGY) | S(ENQUIRY) | S(ENQUIRY_RISK) | S(TRANSFER_IN) |               \
        S(CONFERENCE_CALLED) | S(ON_A_PLAN) | S(CHILD_IN_NEED))
#define NOT_OPEN (S(NONE) | S(EARLY_HELP) | S(CLOSED))
/* Social care works with the family: a court or an immediate protection can be needed. */
#define WORKED (OPEN_STAGES & ~S(CONTACT))

static const char REFERRAL_CHART[] = "Working Together 2023, flow chart after a referral";
static const char ASSESSMENT_CHART[] = "Working Together 2023, flow chart after an assessment";
static const char STRATEGY_CHART[] = "Working Together 2023, flow chart after a strategy discussion";
static const char CONFERENCE_CHART[] = "Working Together 2023, flow chart after the conference";
static const char ON_PLAN[] = "a child on a plan stays on it: the review is brought forward, no second initial conference";
static const char TRANSFER[] = "Working Together 2023, children who move to another authority";
static const char REVIEW[] = "SE-11, SE-12";
static const char PLAN_END[] = "Working Together 2023, when a plan ends";

const struct move_row MOVES[] = {
    /* from                                      move                            to                        source */
    {NOT_OPEN,                                   MOVE_RECORD_CONTACT,            STAGE_CONTACT,            "SB-21: a contact can come at any time"},
    {OPEN_STAGES,                                MOVE_RECORD_CONTACT,            STAGE_NONE,               "SB-21: a contact can come at any time"},
    {S(CONTACT),                                 MOVE_CONTACT_ADVICE,            STAGE_CLOSED,             REFERRAL_CHART},
    {S(CONTACT),                                 MOVE_CONTACT_EARLY_HELP,        STAGE_EARLY_HELP,         REFERRAL_CHART},
    {WORKED,                                     MOVE_CONTACT_JOINED,            STAGE_NONE,               "a contact about an open episode joins it"},
    {S(CONTACT),                                 MOVE_CONTACT_REFERRAL,          STAGE_REFERRAL,           REFERRAL_CHART},
    {S(REFERRAL),                                MOVE_REFERRAL_NO_ACTION,        STAGE_CLOSED,             REFERRAL_CHART},
    {S(REFERRAL),                                MOVE_REFERRAL_EARLY_HELP,       STAGE_EARLY_HELP,         REFERRAL_CHART},
    {S(REFERRAL),                                MOVE_REFERRAL_ASSESSMENT,       STAGE_ASSESSMENT,         REFERRAL_CHART},
    {S(REFERRAL) | S(ASSESSMENT) | S(CHILD_IN_NEED), MOVE_HOLD_STRATEGY,         STAGE_STRATEGY,           STRATEGY_CHART},
    {S(STRATEGY) | S(ENQUIRY) | S(ENQUIRY_RISK) | S(CONFERENCE_CALLED) | S(ON_A_PLAN), MOVE_HOLD_STRATEGY, STAGE_NONE, STRATEGY_CHART},
    {S(ASSESSMENT),                              MOVE_ASSESSMENT_CLOSE,          STAGE_CLOSED,             ASSESSMENT_CHART},
    {S(ASSESSMENT),                              MOVE_ASSESSMENT_EARLY_HELP,     STAGE_EARLY_HELP,         ASSESSMENT_CHART},
    {S(ASSESSMENT),                              MOVE_ASSESSMENT_CHILD_IN_NEED,  STAGE_CHILD_IN_NEED,      ASSESSMENT_CHART},
    {S(STRATEGY),                                MOVE_STRATEGY_ENQUIRY,          STAGE_ENQUIRY,            STRATEGY_CHART},
    {S(ON_A_PLAN),                               MOVE_STRATEGY_ENQUIRY,          STAGE_NONE,               ON_PLAN},
    {S(STRATEGY),                                MOVE_STRATEGY_ASSESSMENT,       STAGE_ASSESSMENT,         STRATEGY_CHART},
    {S(STRATEGY),                                MOVE_STRATEGY_CHILD_IN_NEED,    STAGE_CHILD_IN_NEED,      STRATEGY_CHART},
    {S(STRATEGY),                                MOVE_STRATEGY_CLOSE,            STAGE_CLOSED,             STRATEGY_CHART},
    {S(ON_A_PLAN),                               MOVE_STRATEGY_PLAN_GOES_ON,     STAGE_NONE,               ON_PLAN},
    {S(ENQUIRY),                                 MOVE_ENQUIRY_CHILD_IN_NEED,     STAGE_CHILD_IN_NEED,      STRATEGY_CHART},
    {S(ENQUIRY),                                 MOVE_ENQUIRY_CLOSE,             STAGE_CLOSED,             STRATEGY_CHART},
    {S(ENQUIRY),                                 MOVE_ENQUIRY_RISK,              STAGE_ENQUIRY_RISK,       "SE-01: a conference only on risk found by the enquiry"},
    {S(ON_A_PLAN),                               MOVE_ENQUIRY_RISK,              STAGE_NONE,               ON_PLAN},
    {S(ON_A_PLAN),                               MOVE_ENQUIRY_PLAN_GOES_ON,      STAGE_NONE,               ON_PLAN},
    {S(ENQUIRY_RISK),                            MOVE_CALL_INITIAL,              STAGE_CONFERENCE_CALLED,  "SD-01, SE-01"},
    {S(ENQUIRY_RISK),                            MOVE_CALL_PRE_BIRTH,            STAGE_CONFERENCE_CALLED,  "Working Together 2023, an unborn child"},
    {NOT_OPEN | S(CONTACT) | S(REFERRAL) | S(ASSESSMENT) | S(CHILD_IN_NEED), MOVE_NOTIFY_TRANSFER, STAGE_TRANSFER_IN, TRANSFER},
    {S(TRANSFER_IN),                             MOVE_CALL_TRANSFER_IN,          STAGE_CONFERENCE_CALLED,  TRANSFER},
    {S(ON_A_PLAN),                               MOVE_CALL_REVIEW,               STAGE_NONE,               "SE-07"},
    {S(ON_A_PLAN),                               MOVE_BRING_REVIEW_FORWARD,      STAGE_NONE,               ON_PLAN},
    {S(CONFERENCE_CALLED) | S(ON_A_PLAN),        MOVE_RECONVENE,                 STAGE_NONE,               CONFERENCE_CHART},
    {S(CONFERENCE_CALLED) | S(ON_A_PLAN),        MOVE_STAND_DOWN,                STAGE_NONE,               CONFERENCE_CHART},
    {S(CONFERENCE_CALLED),                       MOVE_DECIDE_PLAN,               STAGE_ON_A_PLAN,          CONFERENCE_CHART},
    {S(CONFERENCE_CALLED),                       MOVE_DECIDE_CHILD_IN_NEED,      STAGE_CHILD_IN_NEED,      CONFERENCE_CHART},
    {S(CONFERENCE_CALLED),                       MOVE_DECIDE_EARLY_HELP,         STAGE_EARLY_HELP,         CONFERENCE_CHART},
    {S(CONFERENCE_CALLED),                       MOVE_DECIDE_CLOSE,              STAGE_CLOSED,             CONFERENCE_CHART},
    {S(ON_A_PLAN),                               MOVE_HOLD_CORE_GROUP,           STAGE_NONE,               "SE-03, SE-04"},
    {WORKED,                                     MOVE_RECORD_VISIT,              STAGE_NONE,               "SB-13"},
    {S(ON_A_PLAN),                               MOVE_PLAN_GOES_ON,              STAGE_NONE,               REVIEW},
    {S(ON_A_PLAN),                               MOVE_PLAN_CHANGES,              STAGE_NONE,               REVIEW},
    {S(ON_A_PLAN),                               MOVE_PLAN_ENDS_CHILD_IN_NEED,   STAGE_CHILD_IN_NEED,      REVIEW},
    {S(ON_A_PLAN),                               MOVE_PLAN_ENDS_EARLY_HELP,      STAGE_EARLY_HELP,         REVIEW},
    {S(ON_A_PLAN),                               MOVE_PLAN_ENDS_CLOSE,           STAGE_CLOSED,             REVIEW},
    {S(ON_A_PLAN),                               MOVE_PLAN_ENDS_OTHERWISE,       STAGE_CLOSED,             PLAN_END},
    {S(ON_A_PLAN),                               MOVE_PLAN_ENDS_LOOKED_AFTER,    STAGE_CHILD_IN_NEED,      PLAN_END},
    {S(CHILD_IN_NEED) | S(TRANSFER_IN),          MOVE_CLOSE,                     STAGE_CLOSED,             "children in need census 2026, closing an episode"},
    {OPEN_STAGES,                                MOVE_PROTECT_NOW,               STAGE_NONE,               "Working Together 2023, immediate protection"},
    {WORKED,                                     MOVE_PLAN_WITH_LEGAL,           STAGE_NONE,               "SE-13"},
    {WORKED,                                     MOVE_APPLY_TO_COURT,            STAGE_NONE,               "SB-17"},
    {OPEN_STAGES | NOT_OPEN,                     MOVE_RECORD_BIRTH,              STAGE_NONE,               "one life of the plan: the unborn child's goes on"},
    {OPEN_STAGES | S(EARLY_HELP),                MOVE_RECORD_DEATH,              STAGE_CLOSED,             PLAN_END},
    {S(NONE) | S(CLOSED),                        MOVE_RECORD_DEATH,              STAGE_NONE,               "known of a child without an open episode too"},
    {OPEN_STAGES | S(EARLY_HELP),                MOVE_RECORD_LOSS,               STAGE_CLOSED,             PLAN_END},
    {S(NONE) | S(CLOSED),                        MOVE_RECORD_LOSS,               STAGE_NONE,               "known of a child without an open episode too"},
};
const size_t MOVE_ROW_COUNT = sizeof MOVES / sizeof MOVES[0];

bool move_check(enum stage from, enum move move, enum stage *ret_to)
{
    not_while_applying("the moves");
    for (size_t i = 0; i < MOVE_ROW_COUNT; i++) {
        const struct move_row *row = &MOVES[i];
        if (row->move == move && (row->from & (UINT64_C(1) << from)) != 0) {
            *ret_to = row->to == STAGE_NONE ? from : row->to;
            return true;
        }
    }
    return false;
}

size_t moves_open(enum stage from, enum move *ret_open)
{
    size_t count = 0;
    for (size_t i = 0; i < MOVE_ROW_COUNT; i++) {
        if ((MOVES[i].from & (UINT64_C(1) << from)) != 0)
            ret_open[count++] = MOVES[i].move;
    }
    return count;
}

Text move_refusal(Arena *arena, enum stage from, enum move move)
{
    enum move open[MOVE_COUNT];
    size_t count = moves_open(from, open);
    Out out = out_new(arena);
    out_string(&out, move_words(move));
    out_string(&out, ": not possible ");
    out_string(&out, from == STAGE_NONE ? "without an open episode" : "at this stage, ");
    out_string(&out, stage_words(from));
    out_string(&out, ". What can be done now: ");
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (open[i] == MOVE_RECORD_BIRTH || open[i] == MOVE_RECORD_DEATH || open[i] == MOVE_RECORD_LOSS)
            continue; /* open at nearly every stage, and never what somebody who was refused meant to do */
        out_string(&out, first ? "" : "; ");
        out_string(&out, move_words(open[i]));
        first = false;
    }
    out_char(&out, '.');
    return out_all(&out);
}
