/* Makes the table of bank holidays of src/rules/holidays.tsv: division, date, name, separated by tabs; sorted by date in each division.
 * usage: holidays_to_c OUT.c HOLIDAYS.tsv
 * The years loaded are those from the first holiday's to the last's. How a list is made ready for counting is holidays_with's of
 * rules/workdays.h: the program does the same when an authority adds a day. Errors are 'file:line: what is wrong'. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "rules/workdays.h"

enum { LINE_MAX_BYTES = 1024, HOLIDAYS_MAX = 4096, DIVISIONS = DIVISION_COUNT };

static const char *const DIVISION_NAMES[DIVISIONS] = {"england-and-wales", "scotland", "northern-ireland"};
static const char *const DIVISION_ENUMS[DIVISIONS] = {"ENGLAND_AND_WALES", "SCOTLAND", "NORTHERN_IRELAND"};

struct row {
    int division;
    Date date;
    Text name;
};

static struct row rows[HOLIDAYS_MAX];
static size_t row_count;
static const char *file_now;
static int line_now;

__attribute__((noreturn)) static void refuse(const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file_now, line_now, what);
    exit(1);
}

static void read_row(Text line)
{
    if (row_count == HOLIDAYS_MAX)
        refuse("too many holidays");
    struct row row = {.division = -1};
    Text division = text_cut(&line, '\t'), date = text_cut(&line, '\t');
    row.name = text_trim(text_cut(&line, '\t'));
    for (int i = 0; i < DIVISIONS; i++) {
        if (text_equal_string(division, DIVISION_NAMES[i]))
            row.division = i;
    }
    if (row.division < 0)
        refuse("the division is england-and-wales, scotland or northern-ireland");
    if (!date_read(date, &row.date))
        refuse("not a date: YYYY-MM-DD");
    if (date_weekday(row.date) >= SATURDAY)
        refuse("a Saturday or Sunday: weekends are no working days already");
    if (text_is_empty(row.name) || text_contains(row.name, T("\"")) || text_contains(row.name, T("\\")))
        refuse("a holiday needs a name, without quotes");
    for (size_t i = 0; i < row_count; i++) {
        if (rows[i].division == row.division && !date_before(rows[i].date, row.date))
            refuse("the dates of a division go up, each once");
    }
    rows[row_count++] = row;
}

static void write_division(FILE *out, int division)
{
    static const char *const SMALL[DIVISIONS] = {"england_and_wales", "scotland", "northern_ireland"};
    fprintf(out, "static const struct holiday %s[] = {\n", SMALL[division]);
    for (size_t i = 0; i < row_count; i++) {
        int year, month, day;
        date_parts(rows[i].date, &year, &month, &day);
        if (rows[i].division == division)
            fprintf(out, "    {{%d}, \"%.*s\"}, /* %04d-%02d-%02d */\n", rows[i].date.days, TEXT_ARGS(rows[i].name), year, month, day);
    }
    fputs("};\n\n", out);
}

/* The division's holidays and how many come before each block of days. */
static void write_list(FILE *out, int division)
{
    static const char *const SMALL[DIVISIONS] = {"england_and_wales", "scotland", "northern_ireland"};
    static struct holiday of_division[HOLIDAYS_MAX], room[HOLIDAYS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < row_count; i++) {
        if (rows[i].division == division)
            of_division[count++] = (struct holiday){rows[i].date, ""};
    }
    if (count == 0)
        refuse("a division without holidays");
    struct holidays none = {.count = 0}, all;
    holidays_with(&none, of_division, count, room, &all);
    int first, last, month, day;
    Date from = DATE_NONE, to = DATE_NONE;
    date_parts(all.at[0].date, &first, &month, &day);
    date_parts(all.at[all.count - 1].date, &last, &month, &day);
    (void)date_of(first, 1, 1, &from);
    (void)date_of(last, 12, 31, &to);
    fprintf(out, "    [%s] = {%s, %zu, %d, %d, {%d}, {%d}, {", DIVISION_ENUMS[division], SMALL[division], all.count, first, last, from.days,
        to.days);
    for (size_t block = 0; block < HOLIDAY_BLOCKS; block++)
        fprintf(out, "%s%d,", block % 32 == 0 ? "\n        " : " ", all.before[block]);
    fputs("\n    }},\n", out);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: holidays_to_c OUT.c HOLIDAYS.tsv\n");
        return 2;
    }
    file_now = argv[2];
    FILE *in = fopen(argv[2], "r");
    if (in == NULL)
        refuse("cannot be opened");
    Arena *arena = arena_new(0);
    char buffer[LINE_MAX_BYTES];
    while (fgets(buffer, sizeof buffer, in) != NULL) {
        line_now++;
        Text line = text_copy(arena, text_of(buffer));
        if (!text_is_clean(line) || line.len == sizeof buffer - 1)
            refuse("not clean UTF-8, or too long");
        if (!text_is_empty(text_trim(line)) && line.at[0] != '#')
            read_row(line);
    }
    fclose(in);
    FILE *out = fopen(argv[1], "w");
    if (out == NULL)
        refuse("the output cannot be written");
    fputs("/* Made by tools/holidays_to_c of src/rules/holidays.tsv. */\n#include \"rules/workdays.h\"\n\n", out);
    for (int i = 0; i < DIVISIONS; i++)
        write_division(out, i);
    fputs("const struct holidays HOLIDAYS[DIVISION_COUNT] = {\n", out);
    for (int i = 0; i < DIVISIONS; i++)
        write_list(out, i);
    fputs("};\n", out);
    arena_free(arena);
    return fclose(out) == 0 ? 0 : 1;
}
