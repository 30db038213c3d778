/* Files among the fields of an act: how they stand in a body, in a form, and in words. */
#include "acts/field_value.h"
#include "acts/fields.h"
#include "rules/codes.h"

enum { HASH = 32, BLOB = 16 /* bytes: store/blob.h, which stands beside this layer's fields and not below them */ };

const struct field ATTACHED[ATTACHED_FIELDS] = {
    {.name = "name", .type = FIELD_LINE, .offset = offsetof(struct attached, name), .max = FIELDS_FILE_NAME, .called = "", .left = ""},
    {.name = "kind", .type = FIELD_CODE, .offset = offsetof(struct attached, kind), .codes = &MEDIA_KIND_LIST, .called = "", .left = ""},
    {.name = "size", .type = FIELD_INT, .offset = offsetof(struct attached, size), .min = 1, .max = FIELDS_FILE_MOST_MB * INT64_C(1000000),
     .called = "", .left = ""},
    {.name = "hash", .type = FIELD_BYTES, .offset = offsetof(struct attached, hash), .max = HASH, .called = "", .left = ""},
    {.name = "blob", .type = FIELD_BYTES, .offset = offsetof(struct attached, blob), .max = BLOB, .called = "", .left = ""},
};

/* Controls, and what is seen only by what it does to the words around it: a name may not turn 'fdp.exe' into 'exe.pdf'. Unicode 15, Bidi_Control
 * and the invisible ones. */
static bool is_told(uint32_t c)
{
    bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    bool turns = c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
    return !control && !turns;
}

/* Behind the last folder, whatever machine it comes from. */
static Text without_folders(Text name)
{
    size_t begin = 0;
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '/' || name.at[i] == '\\')
            begin = i + 1;
    return (Text){name.at + begin, name.len - begin};
}

/* Where the code point number `count` begins; the end when there are fewer. */
static size_t offset_of(Text text, size_t count)
{
    size_t at = 0;
    while (count-- > 0 && at < text.len)
        (void)text_next(text, &at);
    return at;
}

/* Cut in the middle, so that the ending stays. */
static Text shortened(Arena *arena, Text name)
{
    static const size_t ending = 12;
    size_t points = text_code_points(name);
    if (points <= FIELDS_FILE_NAME)
        return name;
    size_t end = offset_of(name, points - ending);
    Text first = {name.at, offset_of(name, FIELDS_FILE_NAME - ending - 1)};
    return text_join(arena, first, text_join(arena, T("\xe2\x80\xa6"), (Text){name.at + end, name.len - end}));
}

Text file_name_clean(Arena *arena, Text sent)
{
    Out out = out_new(arena);
    Text name = without_folders(sent);
    if (text_is_utf8(name))
        for (size_t i = 0; i < name.len;) {
            size_t begin = i;
            if (is_told(text_next(name, &i)))
                out_text(&out, (Text){name.at + begin, i - begin});
        }
    Text clean;
    bool good = fields_clean(arena, out_all(&out), true, &clean);
    return good && clean.len > 0 ? shortened(arena, clean) : T("file");
}

Text file_size_words(Arena *arena, int64_t size)
{
    if (size < 1000)
        return size == 1 ? T("1 byte") : text_format(arena, "%lld bytes", (long long)size);
    if (size < 999500)
        return text_format(arena, "%lld kB", (long long)((size + 500) / 1000));
    int64_t tenths = (size + 50000) / 100000;
    return tenths % 10 == 0 ? text_format(arena, "%lld MB", (long long)(tenths / 10))
                            : text_format(arena, "%lld.%lld MB", (long long)(tenths / 10), (long long)(tenths % 10));
}

Text file_words(Arena *arena, const struct attached *file)
{
    return text_format(arena, "%.*s (%s, %.*s)", TEXT_ARGS(file->name), media_kind_words(file->kind),
                       TEXT_ARGS(file_size_words(arena, file->size)));
}

Text file_form_value(Arena *arena, const struct attached *file)
{
    Out out = out_new(arena);
    out_hex(&out, file->blob.at, file->blob.len);
    return out_all(&out);
}

const struct form_file *form_file_of(const struct form_files *files, Text field, Text value)
{
    static const char hex[] = "0123456789abcdef";
    for (size_t i = 0; i < files->count; i++) {
        Text blob = files->at[i].file.blob;
        bool same = blob.len > 0 && value.len == 2 * blob.len && text_equal(files->at[i].field, field);
        for (size_t k = 0; same && k < blob.len; k++)
            same = value.at[2 * k] == hex[(unsigned char)blob.at[k] >> 4] && value.at[2 * k + 1] == hex[(unsigned char)blob.at[k] & 15];
        if (same)
            return &files->at[i];
    }
    return NULL;
}
