#include "pages/families.h"

#include "pages/families_html.h"
#include "pages/family_record.h"
#include "web/url.h"

enum { FAMILIES_ON_PAGE = 50 };

static Err row_of(struct request *request, Read *read, const struct my_families_list *family, struct family_row *row)
{
    struct family_children_rows children;
    struct family_plans_now_rows plans;
    Out names = out_new(request->arena);
    TRY(family_children(read, family->family, &children));
    TRY(family_plans_now(read, family->family, &plans));
    for (size_t i = 0; i < children.count; i++) {
        const struct family_children *child = &children.at[i];
        request_shows(request, child->child);
        out_string(&names, i > 0 ? ", " : "");
        out_text(&names, child->unborn && text_is_empty(child->given) ? T("unborn baby") : first_name(child));
        if (!child->unborn && !date_is_none(child->born)) {
            out_string(&names, " ");
            out_int(&names, date_age_years(child->born, request->today));
        }
    }
    *row = (struct family_row){family->name, family->reference, out_all(&names), url_family(request->arena, family->family),
                               {ARENA_MANY(request->arena, 3, struct status_tag), 0}};
    if (family->restricted)
        row->tags.at[row->tags.count++] = (struct status_tag){T("stop"), T("Restricted")};
    if (family->domestic_abuse)
        row->tags.at[row->tags.count++] = (struct status_tag){T("stop"), T("Domestic abuse")};
    if (plans.count > 0)
        row->tags.at[row->tags.count++] = (struct status_tag){T("info"), text_join(request->arena, T("Plan – "), categories_words(request->arena, plans.at[0].categories))};
    return ok();
}

static Text empty_words(enum duty duty)
{
    switch (duty) {
    case DUTY_AUDITOR: return T("No sample is given to you now. A service manager or the service administrator gives one, for some days and with a reason.");
    case DUTY_LEGAL: return T("No case is referred to you now. When a legal planning meeting is called, the family stands here.");
    case DUTY_CHAIR:
    case DUTY_CONFERENCE_ADMIN: return T("You have no conference now. When you are named for one, the family stands here.");
    default: return T("You are not working with a family now. When a child is allocated to you, or you are invited, the family stands here.");
    }
}

Err families_page(struct request *request, struct response *response)
{
    Read *read;
    struct families_page page = {0};
    struct my_families_list_rows families;
    int64_t after = 0;
    (void)text_to_int(form_get(&request->query, T("after")), &after); /* what is no number begins at the first */
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("Families"), FRAME_FAMILIES, &page.frame));
    TRY(my_families_list(read, (FamilyId){after}, FAMILIES_ON_PAGE + 1, &families));
    page.empty = empty_words(request->duty);
    page.has_more = families.count > FAMILIES_ON_PAGE;
    families.count = page.has_more ? FAMILIES_ON_PAGE : families.count;
    page.rows.at = ARENA_MANY(request->arena, families.count, struct family_row);
    for (size_t i = 0; i < families.count; i++)
        TRY(row_of(request, read, &families.at[i], &page.rows.at[page.rows.count++]));
    if (page.has_more)
        page.more = url_asking(request->arena, url_families(request->arena), "after",
            text_format(request->arena, "%lld", (long long)families.at[families.count - 1].family.n));
    families_html(&response->body, &page);
    return ok();
}
