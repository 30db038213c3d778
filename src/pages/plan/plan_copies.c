#include "pages/plan/plan_copies.h"

#include "pages/family/own_plan.h"
#include "pages/options.h"
#include "web/url.h"

struct differs {
    int left_out, own;
};

/* Against the words for everybody: what the reader doesn't have of them, and what was written for this reader instead. */
static struct differs differs_of(const struct plan_loaded *loaded, const struct plan_reader *reader, const struct plan_versions *version)
{
    struct differs differs = {0};
    struct plan_words words = plan_version_sections(version);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        enum plan_section section = (enum plan_section)s;
        enum plan_text text = plan_text_for(loaded, reader, version->version, section);
        bool in_copies = plan_section_row(section)->own_title[0] != '\0' && !text_is_empty(plan_section_words(&words, section));
        differs.own += text == PLAN_TEXT_OWN;
        differs.left_out += text == PLAN_TEXT_NOTHING && in_copies;
    }
    return differs;
}

static Text differs_words(Arena *arena, const struct plan_reader *reader, struct differs differs)
{
    if (reader->kept_apart && differs.own == 0)
        return T("Only their own actions");
    if (differs.own == 0 && differs.left_out == 0)
        return T("The words for everybody");
    Text left = text_format(arena, "%d section%s left out", differs.left_out, differs.left_out == 1 ? "" : "s");
    if (differs.own == 0)
        return left;
    return differs.left_out == 0 ? text_format(arena, "%d section%s in words of their own", differs.own, differs.own == 1 ? "" : "s")
                                 : text_format(arena, "%.*s, %d in words of their own", TEXT_ARGS(left), differs.own);
}

/* Whose words somebody reads who stands beside another. */
static Text given_of(const struct plan_loaded *loaded, PersonId person)
{
    for (size_t i = 0; i < loaded->readers.count; i++)
        if (loaded->readers.at[i].person.n == person.n)
            return loaded->readers.at[i].given;
    return T("the family");
}

Err plan_copies_fill(Read *read, const struct plan_loaded *loaded, const struct plan_versions *version, struct plan_page *page)
{
    Arena *arena = read->arena;
    page->copies.at = ARENA_MANY(arena, loaded->readers.count, struct plan_copy_view);
    for (size_t i = 0; i < loaded->readers.count; i++) {
        const struct plan_readers *row = &loaded->readers.at[i];
        struct plan_reader reader;
        TRY(plan_reader_like(read, loaded, row, &reader));
        struct differs differs = differs_of(loaded, &reader, version);
        struct plan_copy_view *view = &page->copies.at[page->copies.count++];
        *view = (struct plan_copy_view){.who = name_words(arena, row->given, row->family_name), .what = differs_words(arena, &reader, differs),
            .words = text_format(arena, "Read as %.*s would", TEXT_ARGS(row->given)), .kept_apart = reader.kept_apart};
        view->read = url_asking(arena, url_plan_copy(arena, loaded->plan, row->person), "version", text_format(arena, "%lld", (long long)version->version));
        if (reader.kept_apart && differs.own == 0 && row->words_of.n == row->person.n)
            view->remark = text_format(arena, "%.*s’s copy has only their own actions.", TEXT_ARGS(row->given));
        if (row->words_of.n != row->person.n) {
            Text given = given_of(loaded, row->words_of);
            view->who = text_format(arena, "%.*s, beside %.*s", TEXT_ARGS(view->who), TEXT_ARGS(given));
            view->what = text_format(arena, "The words of %.*s’s copy", TEXT_ARGS(given));
        }
        if (!row->signs_in)
            view->what = text_join(arena, view->what, T("; on paper: no sign-in"));
    }
    return ok();
}

static Text preview_words(const struct request *request, const struct plan_loaded *loaded)
{
    Text given = given_of(loaded, loaded->reader.person);
    const struct plan_versions *version = loaded->versions.count == 0 ? NULL : &loaded->versions.at[0];
    if (version == NULL)
        return text_format(request->arena, "%.*s’s copy", TEXT_ARGS(given));
    return text_format(request->arena, "%.*s’s copy of version %lld%s", TEXT_ARGS(given), (long long)version->version,
                       date_is_none(version->published) ? ", as it would be: it is a draft" : "");
}

Err plan_copy_page(struct request *request, struct response *response)
{
    Read *read;
    struct plan_loaded loaded;
    int64_t version;
    TRY(request_read(request, &read));
    if (!text_to_int(form_get(&request->query, T("version")), &version))
        version = 0;
    TRY(plan_load_as(read, request->ids.plan, request->ids.person, version, &loaded));
    request_shows(request, loaded.head.child);
    return own_plan_write(request, &loaded, preview_words(request, &loaded), response);
}
