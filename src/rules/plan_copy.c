#include "rules/plan_copy.h"

static const struct plan_section_row SECTIONS[] = {
    {"", "", "", false, false, ""},
#define SECTION(name, title, own_title, part, needed, source) {#name, title, own_title, part, needed, source},
#include "rules/plan_sections.def"
#undef SECTION
};
_Static_assert(sizeof SECTIONS / sizeof SECTIONS[0] == PLAN_SECTION_COUNT, "a row for each section");

const struct plan_section_row *plan_section_row(enum plan_section section)
{
    return &SECTIONS[section < PLAN_SECTION_COUNT ? section : PLAN_SECTION_NONE];
}

static const struct {
    enum plan_section section;
    const char *child_title;
} OWN_SECTIONS[] = {
    {PLAN_SECTION_NONE, ""},
#define OWN_SECTION(code, name, child_title) [OWN_SECTION_##code] = {PLAN_SECTION_##name, child_title},
#include "rules/own_sections.def"
#undef OWN_SECTION
};
_Static_assert(sizeof OWN_SECTIONS / sizeof OWN_SECTIONS[0] == OWN_SECTION_COUNT, "a row for each code");

enum plan_section plan_section_of(enum own_section code)
{
    return OWN_SECTIONS[code < OWN_SECTION_COUNT ? code : OWN_SECTION_NONE].section;
}

const char *plan_section_child_title(enum plan_section section)
{
    for (size_t i = 0; i < sizeof OWN_SECTIONS / sizeof OWN_SECTIONS[0]; i++)
        if (OWN_SECTIONS[i].section == section)
            return OWN_SECTIONS[i].child_title;
    return "";
}

Text plan_section_words(const struct plan_words *words, enum plan_section section)
{
    switch (section) {
#define SECTION(name, title, own_title, part, needed, source) case PLAN_SECTION_##name: return words->name;
#include "rules/plan_sections.def"
#undef SECTION
    case PLAN_SECTION_NONE:
    case PLAN_SECTION_COUNT: break;
    }
    return TEXT_NONE;
}

enum plan_copy plan_copy_of(Rights rights)
{
    if (rights_have(rights, READ_PLAN))
        return PLAN_COPY_WHOLE;
    if (rights_have(rights, READ_PLAN_PART))
        return PLAN_COPY_PART;
    return rights_have(rights, READ_OWN_COPY) ? PLAN_COPY_OWN : PLAN_COPY_NONE;
}

static enum plan_text own_copy_text(const struct plan_reader *reader, enum own_words own)
{
    switch (own) {
    case OWN_WORDS_WRITTEN: return PLAN_TEXT_OWN;
    case OWN_WORDS_LEFT_OUT: return PLAN_TEXT_NOTHING;
    case OWN_WORDS_TAKEN_BACK:
    case OWN_WORDS_NONE:
    case OWN_WORDS_COUNT: break;
    }
    return reader->kept_apart ? PLAN_TEXT_NOTHING : PLAN_TEXT_GENERAL;
}

enum plan_text plan_copy_text(const struct plan_reader *reader, enum plan_section section, enum own_words own)
{
    const struct plan_section_row *row = plan_section_row(section);
    switch (reader->copy) {
    case PLAN_COPY_WHOLE: return row->title[0] != '\0' ? PLAN_TEXT_GENERAL : PLAN_TEXT_NOTHING;
    case PLAN_COPY_PART: return row->part ? PLAN_TEXT_GENERAL : PLAN_TEXT_NOTHING;
    case PLAN_COPY_OWN: return row->own_title[0] != '\0' ? own_copy_text(reader, own) : PLAN_TEXT_NOTHING;
    case PLAN_COPY_NONE: break;
    }
    return PLAN_TEXT_NOTHING;
}

/* The family: what everybody may read, and what is not for one other person, nor for who stands beside that one. The child: what is for the child
 * alone, too. */
static bool own_copy_shows(const struct plan_reader *reader, const struct plan_action_for *action)
{
    if (reader->kept_apart && action->owner.n != reader->person.n)
        return false;
    switch (action->audience) {
    case AUDIENCE_EVERYONE: return true;
    case AUDIENCE_NOT_TO_PERSON: return action->not_to.n != 0 && action->not_to.n != reader->person.n && action->not_to.n != reader->words_of.n;
    case AUDIENCE_CHILD_ONLY: return reader->is_child;
    case AUDIENCE_PROFESSIONALS:
    case AUDIENCE_AUTHOR_TEAM:
    case AUDIENCE_NONE:
    case AUDIENCE_COUNT: break;
    }
    return false;
}

/* An agency: its own actions, and of those not what is kept to the author's team or the child. */
static bool part_shows(const struct plan_reader *reader, const struct plan_action_for *action)
{
    bool theirs = (reader->person.n != 0 && action->owner.n == reader->person.n) ||
                  (reader->agency.n != 0 && action->owner_agency.n == reader->agency.n);
    return theirs && (action->audience == AUDIENCE_EVERYONE || action->audience == AUDIENCE_PROFESSIONALS ||
                      (action->audience == AUDIENCE_NOT_TO_PERSON && action->not_to.n != reader->person.n));
}

bool plan_copy_shows_action(const struct plan_reader *reader, const struct plan_action_for *action)
{
    switch (reader->copy) {
    case PLAN_COPY_WHOLE: return true;
    case PLAN_COPY_PART: return part_shows(reader, action);
    case PLAN_COPY_OWN: return own_copy_shows(reader, action);
    case PLAN_COPY_NONE: break;
    }
    return false;
}

bool plan_copy_shows_drafts(const struct plan_reader *reader) { return reader->copy == PLAN_COPY_WHOLE; }
