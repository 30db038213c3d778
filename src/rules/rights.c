#include "rules/roles.h"

#define KNOW RIGHT(KNOW_CHILD)
#define OPEN (KNOW | RIGHT(OPEN_CASE))
#define READ (OPEN | RIGHT(READ_RECORD) | RIGHT(READ_PLAN) | RIGHT(READ_CONFERENCE))
#define WORK                                                                                                           \
    (READ | RIGHT(READ_PROTECTED) | RIGHT(READ_LEGAL) | RIGHT(READ_LOOKS) | RIGHT(RECORD_CASE) | RIGHT(RECORD_ENQUIRY) |    \
        RIGHT(PROTECT_NOW) | RIGHT(ARRANGE_CONFERENCE) | RIGHT(CONTRIBUTE) | RIGHT(CHANGE_FAMILY))
#define MANAGE (WORK | RIGHT(DECIDE_CASE) | RIGHT(GIVE_ACCESS) | RIGHT(RECORD_LEGAL))
#define CHAIRS                                                                                                         \
    (READ | RIGHT(READ_PROTECTED) | RIGHT(READ_LEGAL) | RIGHT(READ_LOOKS) | RIGHT(ARRANGE_CONFERENCE) |                     \
        RIGHT(CHAIR_CONFERENCE) | RIGHT(RECORD_CONFERENCE) | RIGHT(CONTRIBUTE) | RIGHT(TAKE_SEAT))
#define BOOKS (OPEN | RIGHT(READ_CONFERENCE))
#define ADMINISTERS (BOOKS | RIGHT(ARRANGE_CONFERENCE) | RIGHT(RECORD_CONFERENCE) | RIGHT(CONTRIBUTE) | RIGHT(TAKE_SEAT))
#define TAKES_PART (KNOW | RIGHT(READ_SHARED) | RIGHT(READ_PLAN_PART) | RIGHT(CONTRIBUTE))
#define OWN (KNOW | RIGHT(READ_OWN_COPY))
#define ADVISES (READ | RIGHT(READ_LEGAL) | RIGHT(RECORD_LEGAL))

static const char WHOLE[] = "case holder and cover, their managers, the chair: that family, whole";
static const char PAPERS[] = "conference administrator: invitations, needs, attendance, that conference's papers";
static const char SHARED[] = "SD-14: from invitation to the end of their part, what the meeting shares and the plan's parts for their work";
static const char COPY[] = "parent, carer, child: their own copy";
static const char THEIRS[] = "supporter, advocate: what their person gave them, while they act";

const struct role_rights RIGHTS[] = {
    /* role                 how they stand   what they may do    source */
    {ROLE_CASE_HOLDER,      STANDING_SELF,   WORK,               WHOLE},
    {ROLE_CASE_HOLDER,      STANDING_MEMBER, WORK,               "a case held by a team: its members on duty, whole"},
    {ROLE_CASE_HOLDER,      STANDING_LINE,   MANAGE,             WHOLE},
    {ROLE_CASE_HOLDER,      STANDING_COVER,  WORK,               WHOLE},
    {ROLE_CO_WORKER,        STANDING_SELF,   WORK,               WHOLE},
    {ROLE_CO_WORKER,        STANDING_MEMBER, WORK,               "a case worked by a team: its members on duty, whole"},
    {ROLE_CO_WORKER,        STANDING_LINE,   READ,               "who manages a co-worker reads, the case holder's managers decide"},
    {ROLE_CO_WORKER,        STANDING_COVER,  WORK,               WHOLE},
    {ROLE_CHAIR,            STANDING_SELF,   CHAIRS,             WHOLE},
    {ROLE_CHAIR,            STANDING_MEMBER, BOOKS,              "SC-02: chairs of one team see each other's conferences, not families"},
    {ROLE_CHAIR,            STANDING_LINE,   READ,               "SC-02: who manages chairs reads what they decided"},
    {ROLE_CHAIR,            STANDING_COVER,  CHAIRS,             WHOLE},
    {ROLE_CONFERENCE_ADMIN, STANDING_SELF,   ADMINISTERS,        PAPERS},
    {ROLE_CONFERENCE_ADMIN, STANDING_MEMBER, ADMINISTERS,        PAPERS},
    {ROLE_CONFERENCE_ADMIN, STANDING_LINE,   BOOKS,              PAPERS},
    {ROLE_CONFERENCE_ADMIN, STANDING_COVER,  ADMINISTERS,        PAPERS},
    {ROLE_PARTNER,          STANDING_SELF,   TAKES_PART,         SHARED},
    {ROLE_PARTNER,          STANDING_MEMBER, TAKES_PART,         SHARED},
    {ROLE_PARTNER,          STANDING_COVER,  TAKES_PART,         SHARED},
    {ROLE_PARENT,           STANDING_SELF,   OWN,                COPY},
    {ROLE_CHILD,            STANDING_SELF,   OWN,                COPY},
    {ROLE_ADVOCATE,         STANDING_SELF,   OWN,                THEIRS},
    {ROLE_SUPPORTER,        STANDING_SELF,   OWN,                THEIRS},
    {ROLE_LEGAL,            STANDING_SELF,   ADVISES,            "legal: cases referred to them"},
    {ROLE_LEGAL,            STANDING_MEMBER, ADVISES,            "legal: cases referred to them"},
    {ROLE_LEGAL,            STANDING_COVER,  ADVISES,            "legal: cases referred to them"},
    {ROLE_AUDIT,            STANDING_SELF,   READ | RIGHT(READ_LOOKS), "auditor: samples given to them, read-only; the record of looks"},
    {ROLE_BREAK_GLASS,      STANDING_SELF,   READ | RIGHT(READ_PROTECTED) | RIGHT(PROTECT_NOW), "emergency: a reason, one hour, others told at once; reading, and protecting a child now"},
    {ROLE_INTERPRETER,      STANDING_SELF,   RIGHT(READ_BOOKING), "interpreter: place, time, language, names needed, nothing else"},
};
const size_t RIGHTS_COUNT = sizeof RIGHTS / sizeof RIGHTS[0];

/* docs, 'Who may see what': partners "from invitation to the end of their part", supporters and advocates "while they act", legal "cases
 * referred to them". The chair keeps access between reviews, and so until the episode ends. */
const enum role ROLES_THAT_END[] = {ROLE_CO_WORKER, ROLE_CHAIR, ROLE_CONFERENCE_ADMIN, ROLE_PARTNER, ROLE_ADVOCATE, ROLE_SUPPORTER,
                                    ROLE_LEGAL, ROLE_INTERPRETER};
const size_t ROLES_THAT_END_COUNT = sizeof ROLES_THAT_END / sizeof ROLES_THAT_END[0];

#define WORKS (RIGHT(SIGN_IN) | RIGHT(DECLARE_RELATIVE))
#define STAFF (WORKS | RIGHT(RECORD_CONTACT) | RIGHT(CHECK_PLAN) | RIGHT(SEARCH_PEOPLE) | RIGHT(BREAK_GLASS))
#define MANAGERS (STAFF | RIGHT(DECIDE_REFERRAL) | RIGHT(ALLOCATE) | RIGHT(READ_WORKLOAD) | RIGHT(READ_TIMELINESS))
#define TIMELINESS_OF_ALL (RIGHT(READ_TIMELINESS) | RIGHT(READ_TIMELINESS_OF_ALL))

const struct duty_rights DUTY_RIGHTS[] = {
    /* duty                 what they may do                              source */
    {DUTY_FRONT_DOOR,       STAFF,                                        "SB-15: on a plan or not, safety summary, whom to ring"},
    {DUTY_OUT_OF_HOURS,     STAFF,                                        "SB-15: on a plan or not, safety summary, whom to ring"},
    {DUTY_SOCIAL_WORKER,    STAFF,                                        "a worker takes contacts on their own families and on duty days"},
    {DUTY_TEAM_MANAGER,     MANAGERS,                                     "decides on referrals, allocates, sees the team's workload"},
    {DUTY_SERVICE_MANAGER,  MANAGERS | TIMELINESS_OF_ALL | RIGHT(GIVE_SAMPLE), "decides on referrals, allocates, sees the teams' workload; answers for the service's time limits"},
    {DUTY_CHAIR,            WORKS | RIGHT(CHECK_PLAN) | RIGHT(BREAK_GLASS),          "independent of the line: no allocation, no search"},
    {DUTY_CONFERENCE_ADMIN, WORKS,                                        "conferences they administer, nothing else"},
    {DUTY_PARTNER,          WORKS,                                        "SD-14: only the children they have responsibility for"},
    {DUTY_LEGAL,            WORKS,                                        "cases referred to them"},
    {DUTY_DATA_OFFICER,     WORKS | TIMELINESS_OF_ALL | RIGHT(READ_RETURN), "the return's fields and how time limits are kept, no narrative"},
    {DUTY_AUDITOR,          WORKS | RIGHT(READ_AUDIT),                    "samples given to them; the record of looks"},
    {DUTY_ADMINISTRATOR,    WORKS | RIGHT(MANAGE_SERVICE) | RIGHT(GIVE_SAMPLE), "users, teams, profile, an auditor's sample; sees no case"},
    {DUTY_PARENT,           RIGHT(SIGN_IN) | RIGHT(READ_OWN_PAGES),       "their own copy"},
    {DUTY_YOUNG_PERSON,     RIGHT(SIGN_IN) | RIGHT(READ_OWN_PAGES),       "their own copy"},
    {DUTY_ADVOCATE,         RIGHT(SIGN_IN) | RIGHT(READ_OWN_PAGES),       "what their person gave them"},
    {DUTY_SYSTEM,           RIGHT(MANAGE_SERVICE) | RIGHT(KEEP_POST),     "sets up an empty service, sends messages; never signs in"},
};
const size_t DUTY_RIGHTS_COUNT = sizeof DUTY_RIGHTS / sizeof DUTY_RIGHTS[0];
_Static_assert(sizeof DUTY_RIGHTS / sizeof DUTY_RIGHTS[0] == DUTY_COUNT - 1, "a row for each duty");

static const struct {
    const char *name, *words;
} PERMISSIONS[] = {
    {"", ""},
#define PERMISSION(name, words) {#name, words},
#include "rules/permissions.def"
#undef PERMISSION
};
_Static_assert(sizeof PERMISSIONS / sizeof PERMISSIONS[0] == PERMISSION_COUNT, "a row for each permission");

const char *permission_name(enum permission permission)
{
    return PERMISSIONS[permission < PERMISSION_COUNT ? permission : PERMISSION_NONE].name;
}

const char *permission_words(enum permission permission)
{
    return PERMISSIONS[permission < PERMISSION_COUNT ? permission : PERMISSION_NONE].words;
}

const char *permission_who(enum permission permission)
{
    static const struct {
        enum permission permission;
        const char *who;
    } WHO[] = {
        {DECIDE_CASE, "a manager"},
        {DECIDE_REFERRAL, "a manager"},
        {ALLOCATE, "a manager"},
        {GIVE_ACCESS, "a manager"},
        {CHAIR_CONFERENCE, "the chair"},
        {RECORD_CONFERENCE, "the chair or the conference administrator"},
        {RECORD_LEGAL, "the legal adviser or a manager"},
        {ARRANGE_CONFERENCE, "who arranges the conference"},
        {MANAGE_SERVICE, "the administrator"},
    };
    for (size_t i = 0; i < sizeof WHO / sizeof WHO[0]; i++)
        if (WHO[i].permission == permission)
            return WHO[i].who;
    return "the worker";
}

bool permission_of(Text name, enum permission *ret_permission)
{
    for (int i = PERMISSION_NONE + 1; i < PERMISSION_COUNT; i++) {
        if (text_equal_string(name, PERMISSIONS[i].name)) {
            *ret_permission = (enum permission)i;
            return true;
        }
    }
    return false;
}

Rights rights_of(enum role role, enum standing standing)
{
    for (size_t i = 0; i < RIGHTS_COUNT; i++) {
        if (RIGHTS[i].role == role && RIGHTS[i].standing == standing)
            return RIGHTS[i].rights;
    }
    return 0;
}

Rights rights_of_duty(enum duty duty)
{
    for (size_t i = 0; i < DUTY_RIGHTS_COUNT; i++) {
        if (DUTY_RIGHTS[i].duty == duty)
            return DUTY_RIGHTS[i].rights;
    }
    return 0;
}
