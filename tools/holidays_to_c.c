/* Makes the table of bank holidays of src/rules/holidays.tsv: division, date, name, separated by tabs; sorted by date in each division.
 * usage: holidays_to_c OUT.c HOLIDAYS.tsv
 * The years loaded are those from the first holiday's to the last's. Errors are 'file:line: what is wrong'. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

enum { LINE_MAX_BYTES = 1024, HOLIDAYS_MAX = 4096, DIVISIONS = 3 };

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

static void write_list(FILE *out, int division)
{
    static const char *const SMALL[DIVISIONS] = {"england_and_wales", "scotland", "northern_ireland"};
    int first = 0, last = 0, month, day;
    for (size_t i = 0; i < row_count; i++) {
        if (rows[i].division != division)
            continue;
        if (first == 0)
            date_parts(rows[i].date, &first, &month, &day);
        date_parts(rows[i].date, &last, &month, &day);
    }
    if (first == 0)
        refuse("a division without holidays");
    fprintf(out, "    [%s] = {%s, sizeof %s / sizeof %s[0], %d, %d},\n", DIVISION_ENUMS[division], SMALL[division], SMALL[division],
        SMALL[division], first, last);
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
