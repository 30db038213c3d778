#include "rules/profile_reading.h"

#include <string.h>

static bool is_name(Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0 && ((c >= '0' && c <= '9') || c == '-'))))
            return false;
    }
    return text.len > 0 && text.len <= PROFILE_NAME_MOST;
}

static const char *name(struct reading *reading, Text text)
{
    if (!is_name(text))
        read_fault(reading, T("a name is letters, digits and ‘-’, 40 at most, and begins with a letter"));
    return read_kept(reading, text);
}

static void read_name(struct reading *reading, Text line) { reading->to->profile.name = name(reading, line); }

static void read_like(struct reading *reading, Text line) { reading->to->profile.like = name(reading, line); }

static void read_title(struct reading *reading, Text line)
{
    if (text_is_empty(line))
        read_fault(reading, T("a title needs words"));
    reading->to->profile.title = read_kept(reading, line);
}

static void read_division(struct reading *reading, Text line)
{
    static const char *const DIVISIONS[DIVISION_COUNT] = {"england-and-wales", "scotland", "northern-ireland"};
    for (int i = 0; i < DIVISION_COUNT; i++) {
        if (text_equal_string(line, DIVISIONS[i])) {
            reading->to->profile.division = (enum division)i;
            return;
        }
    }
    read_fault(reading, T("the division is england-and-wales, scotland or northern-ireland"));
}

static void read_standing(struct reading *reading, Text line)
{
    static const char *const STANDINGS[] = {
        [LIMIT_STANDING_STATUTORY] = "statutory", [LIMIT_STANDING_LOCAL] = "local", [LIMIT_STANDING_LEAD] = "lead"};
    for (int i = LIMIT_STANDING_NONE + 1; i < LIMIT_STANDING_COUNT; i++) {
        if (text_equal_string(line, STANDINGS[i])) {
            reading->to->profile.standing = (enum limit_standing)i;
            return;
        }
    }
    read_fault(reading, T("the standing is statutory, local or lead"));
}

static void read_in_force(struct reading *reading, Text line)
{
    struct profile *profile = &reading->to->profile;
    if (!text_equal_string(read_next(&line), "since"))
        read_fault(reading, T("it is ‘in_force since DATE’, and ‘until DATE’ where it ends"));
    profile->since = read_date(reading, read_next(&line));
    line = text_trim(line);
    if (line.len == 0)
        return;
    if (!text_equal_string(read_next(&line), "until"))
        read_fault(reading, T("it is ‘in_force since DATE’, and ‘until DATE’ where it ends"));
    profile->until = read_date(reading, text_trim(line));
}

static void read_always_stops(struct reading *reading, Text line) { reading->to->profile.always_stops = read_events(reading, line); }

static void read_without(struct reading *reading, Text line)
{
    struct profile_text *to = reading->to;
    enum obligation_kind kind = (enum obligation_kind)read_code(reading, &OBLIGATION_KIND_LIST, "there is no limit", line);
    for (size_t i = 0; i < to->without_count; i++) {
        if (to->without[i] == kind)
            read_fault(reading, T("said twice"));
    }
    if (reading->faulted)
        return;
    to->without_lines[to->without_count] = reading->line;
    to->without[to->without_count++] = kind;
}

static const struct {
    const char *key;
    void (*read)(struct reading *reading, Text line);
    size_t once; /* where the line it stood in is kept */
} SINGLE[] = {
    {"profile", read_name, offsetof(struct profile_text, name_line)},
    {"title", read_title, offsetof(struct profile_text, title_line)},
    {"standing", read_standing, offsetof(struct profile_text, standing_line)},
    {"division", read_division, offsetof(struct profile_text, division_line)},
    {"in_force", read_in_force, offsetof(struct profile_text, in_force_line)},
    {"like", read_like, offsetof(struct profile_text, like_line)},
    {"always_stops", read_always_stops, offsetof(struct profile_text, always_stops_line)},
};

static bool read_single(struct reading *reading, Text key, Text line)
{
    for (size_t i = 0; i < sizeof SINGLE / sizeof SINGLE[0]; i++) {
        if (!text_equal_string(key, SINGLE[i].key))
            continue;
        int *once = (int *)(void *)((char *)reading->to + SINGLE[i].once);
        if (*once != 0)
            read_fault(reading, T("said twice"));
        else
            SINGLE[i].read(reading, line);
        *once = reading->line;
        return true;
    }
    return false;
}

static void read_line(struct reading *reading, Text line)
{
    Text key = read_next(&line), source = text_trim(line);
    reading->row = key;
    reading->faulted = false;
    if (text_equal_string(key, "without")) {
        read_without(reading, source);
        return;
    }
    if (read_single(reading, key, source))
        return;
    line = text_trim(text_cut(&source, '|'));
    source = text_trim(source);
    if (text_equal_string(key, "limit")) {
        read_limit(reading, line, source);
        return;
    }
    if (read_practice(reading, key, line, source))
        return;
    reading->row = T("profile");
    read_fault_about(reading, "a profile does not know the word", key);
}

/* '# source: who says so · date' */
static void read_first(struct reading *reading, Text line)
{
    reading->row = T("source");
    if (!text_begins(line, T("# source: ")) || !text_contains(line, T(" · ")))
        read_fault(reading, T("line 1 is ‘# source: who says so · date’"));
    else
        reading->to->profile.source = read_kept(reading, text_trim((Text){line.at + 10, line.len - 10}));
}

void profile_text_read(Text text, struct profile_text *ret_text, struct profile_faults *faults)
{
    struct reading reading = {.to = ret_text, .faults = faults};
    memset(ret_text, 0, sizeof *ret_text);
    ret_text->profile = (struct profile){.name = "", .title = "", .source = "", .like = "", .since = DATE_NONE, .until = DATE_NONE,
                                         .rows = ret_text->rows, .practice = ret_text->items};
    if (text.len > PROFILE_TEXT_MOST) {
        profile_fault(faults, 1, T("profile"), T("too long for a profile"));
        return;
    }
    if (text_is_empty(text))
        profile_fault(faults, 1, T("source"), T("line 1 is ‘# source: who says so · date’"));
    while (text.len > 0) {
        Text line = text_trim(text_cut(&text, '\n'));
        reading.line++;
        reading.row = T("profile");
        if (line.len > PROFILE_LINE_MOST || !text_is_clean(line))
            read_fault(&reading, T("not clean UTF-8, or longer than 2000 bytes"));
        else if (reading.line == 1)
            read_first(&reading, line);
        else if (line.len > 0 && line.at[0] != '#')
            read_line(&reading, line);
    }
}
