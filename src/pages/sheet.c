#include "pages/sheet.h"

#include <stdlib.h>

struct sheet sheet_new(Arena *arena, Text caption, const char *columns, size_t rows)
{
    struct sheet sheet = {.caption = caption, .room = rows};
    size_t count = 1;
    for (const char *at = columns; *at != '\0'; at++)
        count += *at == '|';
    sheet.heads.at = ARENA_MANY(arena, count, struct sheet_head);
    sheet.rows.at = ARENA_MANY(arena, rows, struct sheet_row);
    Text rest = text_of(columns);
    while (!text_is_empty(rest)) {
        Text name = text_cut(&rest, '|');
        bool is_number = text_begins(name, T("#"));
        sheet.heads.at[sheet.heads.count++] = (struct sheet_head){is_number ? (Text){name.at + 1, name.len - 1} : name, is_number};
    }
    return sheet;
}

void sheet_next(Arena *arena, struct sheet *sheet)
{
    if (sheet->rows.count == sheet->room)
        abort();
    sheet->rows.at[sheet->rows.count++].cells.at = ARENA_MANY(arena, sheet->heads.count, struct sheet_cell);
}

struct sheet_cell *sheet_put(struct sheet *sheet, Text words)
{
    struct sheet_cells *cells = &sheet->rows.at[sheet->rows.count - 1].cells;
    if (cells->count == sheet->heads.count)
        abort();
    const struct sheet_head *head = &sheet->heads.at[cells->count];
    struct sheet_cell *cell = &cells->at[cells->count];
    *cell = (struct sheet_cell){.label = head->words, .words = words, .is_head = cells->count == 0, .is_number = head->is_number};
    cells->count++;
    return cell;
}

struct sheet_cell *sheet_put_number(Arena *arena, struct sheet *sheet, int64_t number)
{
    return sheet_put(sheet, text_format(arena, "%lld", (long long)number));
}

void sheet_unlink(struct sheet *sheet)
{
    struct sheet_cells *cells = &sheet->rows.at[sheet->rows.count - 1].cells;
    for (size_t i = 0; i < cells->count; i++)
        cells->at[i].link = URL_NONE;
}
