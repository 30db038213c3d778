#include "rules/profile_reading.h"

#include <string.h>

static void read_number(struct reading *reading, struct practice_item *item, Text line) { item->number = read_whole(reading, text_trim(line), 1); }

static void read_minutes(struct reading *reading, struct practice_item *item, Text line)
{
    item->number = read_whole(reading, read_next(&line), 1);
    if (!text_equal_string(text_trim(line), "minutes"))
        read_fault(reading, T("it is a number of minutes: 30 minutes"));
}

static void read_agencies(struct reading *reading, struct practice_item *item, Text line)
{
    item->set = read_set(reading, &AGENCY_KIND_LIST, "there is no agency", text_trim(line));
}

static void read_audio(struct reading *reading, struct practice_item *item, Text line)
{
    Text how = read_next(&line);
    line = text_trim(line);
    if (text_equal_string(how, "consent"))
        item->set = read_set(reading, &INVITED_AS_LIST, "there is nobody called", line);
    else if (!text_equal_string(how, "never") || line.len > 0)
        read_fault(reading, T("audio is ‘consent WHO,…’ or ‘never’"));
}

static void read_supporter(struct reading *reading, struct practice_item *item, Text line)
{
    item->code = read_code(reading, &INVITED_AS_LIST, "there is nobody called", read_next(&line));
    if (!text_equal_string(read_next(&line), "may"))
        read_fault(reading, T("it is ‘supporter WHO may WHAT,…’"));
    item->set = read_set(reading, &SUPPORTER_MAY_LIST, "nobody may", text_trim(line));
}

static void read_step(struct reading *reading, struct practice_item *item, Text line)
{
    item->code = read_code(reading, &LADDER_LIST, "there is no ladder", read_next(&line));
    line = text_trim(line);
    for (size_t i = 0; i + 8 <= line.len; i++) { /* '… within 10 working_days' */
        if (memcmp(line.at + i, " within ", 8) == 0) {
            Text within = {line.at + i + 8, line.len - i - 8};
            line.len = i;
            item->number = read_whole(reading, read_next(&within), 1);
            item->unit = read_unit(reading, text_trim(within));
        }
    }
    line = text_trim(line);
    if (text_is_empty(line))
        read_fault(reading, T("a step needs words"));
    item->words = read_kept(reading, line);
}

static void read_a_word(struct reading *reading, struct practice_item *item, Text line)
{
    item->code = read_code(reading, &PRACTICE_WORD_LIST, "there is no word", read_next(&line));
    line = text_trim(line);
    if (text_is_empty(line))
        read_fault(reading, T("a word needs words"));
    item->words = read_kept(reading, line);
}

static const struct {
    const char *key;
    enum practice_kind kind;
    void (*read)(struct reading *reading, struct practice_item *item, Text line);
} PRACTICE[] = {
    {"quorum", PRACTICE_KIND_QUORUM, read_number},
    {"invited", PRACTICE_KIND_INVITED, read_agencies},
    {"invited_unborn", PRACTICE_KIND_INVITED_UNBORN, read_agencies},
    {"early", PRACTICE_KIND_EARLY, read_minutes},
    {"lasts", PRACTICE_KIND_LASTS, read_minutes},
    {"audio", PRACTICE_KIND_AUDIO, read_audio},
    {"supporters", PRACTICE_KIND_SUPPORTERS, read_number},
    {"supporter", PRACTICE_KIND_SUPPORTER, read_supporter},
    {"step", PRACTICE_KIND_STEP, read_step},
    {"word", PRACTICE_KIND_WORD, read_a_word},
};
enum { PRACTICE_LINES = sizeof PRACTICE / sizeof PRACTICE[0] };
_Static_assert(PRACTICE_LINES == PRACTICE_KIND_COUNT - 1, "a line for each kind of practice");

bool read_practice(struct reading *reading, Text key, Text line, Text source)
{
    struct profile_text *to = reading->to;
    size_t which = 0;
    while (which < PRACTICE_LINES && !text_equal_string(key, PRACTICE[which].key))
        which++;
    if (which == PRACTICE_LINES)
        return false;
    struct practice_item item = {.kind = PRACTICE[which].kind, .words = ""};
    PRACTICE[which].read(reading, &item, line);
    if (text_is_empty(source))
        read_fault(reading, T("its source is missing: who says so, after ‘|’"));
    for (size_t i = 0; i < to->profile.practice_count; i++) {
        if (to->items[i].kind == item.kind && to->items[i].code == item.code && item.kind != PRACTICE_KIND_STEP)
            read_fault(reading, T("said twice"));
    }
    if (to->profile.practice_count == PROFILE_ITEMS_MOST)
        read_fault(reading, T("too much practice"));
    if (reading->faulted)
        return true;
    item.source = read_kept(reading, source);
    to->item_lines[to->profile.practice_count] = reading->line;
    to->items[to->profile.practice_count++] = item;
    return true;
}
