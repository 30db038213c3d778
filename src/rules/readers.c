#include "rules/readers.h"

static bool is_professional(enum reader_kind kind)
{
    return kind == READER_SOCIAL_CARE || kind == READER_CHAIR || kind == READER_ADMINISTRATOR || kind == READER_PARTNER;
}

bool reader_sees(const struct readable *paragraph, const struct reader *reader)
{
    if (reader->kind == READER_NOBODY)
        return false;
    if (paragraph->author != 0 && paragraph->author == reader->person)
        return true;
    switch (paragraph->audience) {
    case AUDIENCE_EVERYONE: return true;
    case AUDIENCE_PROFESSIONALS: return is_professional(reader->kind);
    case AUDIENCE_NOT_TO_PERSON:
        return is_professional(reader->kind) || (paragraph->not_to != 0 && paragraph->not_to != reader->person);
    case AUDIENCE_AUTHOR_TEAM: return is_professional(reader->kind) && reader->of_authors_team;
    case AUDIENCE_CHILD_ONLY:
        return reader->kind == READER_SOCIAL_CARE || (reader->kind == READER_CHILD && paragraph->child == reader->person);
    case AUDIENCE_NONE:
    case AUDIENCE_COUNT: break;
    }
    return false;
}

bool audience_leaves(enum audience audience) { return audience != AUDIENCE_AUTHOR_TEAM; }

enum reader_kind reader_kind_of(enum duty duty)
{
    switch (duty) {
    case DUTY_FRONT_DOOR:
    case DUTY_OUT_OF_HOURS:
    case DUTY_SOCIAL_WORKER:
    case DUTY_TEAM_MANAGER:
    case DUTY_SERVICE_MANAGER:
    case DUTY_LEGAL:
    case DUTY_AUDITOR: return READER_SOCIAL_CARE;
    case DUTY_CHAIR: return READER_CHAIR;
    case DUTY_CONFERENCE_ADMIN: return READER_ADMINISTRATOR;
    case DUTY_PARTNER: return READER_PARTNER;
    case DUTY_PARENT:
    case DUTY_ADVOCATE: return READER_FAMILY;
    case DUTY_YOUNG_PERSON: return READER_CHILD;
    case DUTY_DATA_OFFICER:
    case DUTY_ADMINISTRATOR:
    case DUTY_SYSTEM:
    case DUTY_NONE:
    case DUTY_COUNT: break;
    }
    return READER_NOBODY;
}
