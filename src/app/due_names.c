#include "app/due.h"

/* What people write who have not read the list. Only names that can mean one event. */
const struct due_name DUE_NAMES[] = {
    {"REFERRAL", EVENT_REFERRAL_RECEIVED},
    {"REFERRAL_DECISION", EVENT_REFERRAL_DECIDED},
    {"CONCERN", EVENT_CONCERN_RAISED},
    {"ASSESSMENT", EVENT_ASSESSMENT_DONE},
    {"ASSESSMENT_COMPLETED", EVENT_ASSESSMENT_DONE},
    {"ASSESSMENT_FINISHED", EVENT_ASSESSMENT_DONE},
    {"STRATEGY_MEETING", EVENT_STRATEGY_DISCUSSION},
    {"S47_STARTED", EVENT_ENQUIRY_STARTED},
    {"S47_CONCLUDED", EVENT_ENQUIRY_CONCLUDED},
    {"INVITATIONS_SENT", EVENT_NOTICE_SENT},
    {"CONFERENCE_PLANNED", EVENT_CONFERENCE_BOOKED},
    {"REVIEW_PLANNED", EVENT_REVIEW_BOOKED},
    {"REPORT_SHARED", EVENT_REPORTS_SHARED},
    {"REPORT_WITH_PARENTS", EVENT_REPORTS_SHARED},
    {"REPORTS_WITH_PARENTS", EVENT_REPORTS_SHARED},
    {"INITIAL_CONFERENCE_HELD", EVENT_INITIAL_CONFERENCE},
    {"PRE_BIRTH_CONFERENCE_HELD", EVENT_PRE_BIRTH_CONFERENCE},
    {"TRANSFER_IN_CONFERENCE_HELD", EVENT_TRANSFER_IN_CONFERENCE},
    {"REVIEW", EVENT_REVIEW_CONFERENCE},
    {"REVIEW_HELD", EVENT_REVIEW_CONFERENCE},
    {"REVIEW_CONFERENCE_HELD", EVENT_REVIEW_CONFERENCE},
    {"CONFERENCE_ADJOURNED", EVENT_CONFERENCE_INQUORATE},
    {"DECISION_LETTER", EVENT_DECISION_SENT},
    {"DECISION_LETTER_SENT", EVENT_DECISION_SENT},
    {"CONFERENCE_NOTES", EVENT_NOTES_SENT},
    {"CONFERENCE_NOTES_SENT", EVENT_NOTES_SENT},
    {"CORE_GROUP_HELD", EVENT_CORE_GROUP},
    {"CORE_GROUP_MEETING", EVENT_CORE_GROUP},
    {"VISIT_SEEN", EVENT_VISIT},
    {"VISIT_FAILED", EVENT_VISIT_NOT_SEEN},
    {"BIRTH", EVENT_BORN},
    {"TRANSFER", EVENT_TRANSFERRED},
    {"CASE_CLOSED", EVENT_EPISODE_CLOSED},
    {"DEATH", EVENT_DIED},
    {"SERIOUS_INCIDENT", EVENT_INCIDENT},
};
const size_t DUE_NAME_COUNT = sizeof DUE_NAMES / sizeof DUE_NAMES[0];

bool due_event_of(Text name, enum event *ret_event)
{
    if (name.len == 0)
        return false;
    for (size_t i = 0; i < DUE_NAME_COUNT; i++)
        if (text_equal_string(name, DUE_NAMES[i].name)) {
            *ret_event = DUE_NAMES[i].event;
            return true;
        }
    return event_of(name, ret_event);
}

/* One way of writing: 'strategy discussion' is like STRATEGY_DISCUSSION. */
static char as_in_names(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c == ' ' || c == '-' ? '_' : c; }

/* How many letters must be put in, left out, changed or changed with their neighbour to make one word of the other. Both no longer than
 * DUE_NAME_MOST. */
static size_t letters_between(Text a, Text b)
{
    size_t rows[DUE_NAME_MOST + 1][DUE_NAME_MOST + 1];
    for (size_t i = 0; i <= a.len; i++)
        for (size_t k = 0; k <= b.len; k++) {
            if (i == 0 || k == 0) {
                rows[i][k] = i + k;
                continue;
            }
            char letter = as_in_names(a.at[i - 1]);
            size_t least = rows[i - 1][k - 1] + (letter != b.at[k - 1]);
            least = rows[i - 1][k] + 1 < least ? rows[i - 1][k] + 1 : least;
            least = rows[i][k - 1] + 1 < least ? rows[i][k - 1] + 1 : least;
            if (i > 1 && k > 1 && letter == b.at[k - 2] && as_in_names(a.at[i - 2]) == b.at[k - 1] && rows[i - 2][k - 2] + 1 < least)
                least = rows[i - 2][k - 2] + 1;
            rows[i][k] = least;
        }
    return rows[a.len][b.len];
}

Text due_event_like(Text name)
{
    Text like = TEXT_NONE;
    if (name.len == 0 || name.len > DUE_NAME_MOST)
        return like;
    size_t least = name.len / 3 + 1; /* further away it is another word */
    for (size_t i = 1; i < EVENT_COUNT + DUE_NAME_COUNT; i++) {
        Text known = text_of(i < EVENT_COUNT ? event_code((enum event)i) : DUE_NAMES[i - EVENT_COUNT].name);
        size_t letters = known.len <= DUE_NAME_MOST ? letters_between(name, known) : least;
        if (letters < least) {
            least = letters;
            like = known;
        }
    }
    return like;
}
