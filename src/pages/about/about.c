#include "pages/about/about.h"

#include <stdlib.h>

#include "web/url.h"

static const struct {
    const char *title, *words, *intro;
    Url (*address)(Arena *arena);
} ABOUT[ABOUT_COUNT] = {
    [ABOUT_RULES] = {"The rules", "Rules", "Hearth reads the law from these tables. Each row says where it comes from. What you see here is what the program works by, not a copy.",
                     url_about_rules},
    [ABOUT_ROLES] = {"Who may do what", "Roles", "What somebody may see and do comes from what they are to a child, and from what their account is for. Nothing is allowed that no row allows.",
                     url_about_roles},
    [ABOUT_PAGES] = {"Every page and every act", "Pages and acts", "Every address the program answers, who may open it, and whether looking is recorded. What is not in the table can't be reached.",
                     url_about_pages},
    [ABOUT_SECURITY] = {"How safely this Hearth runs", "Security", "The program looks at its own configuration each time this page is opened, and says what to mend.",
                        url_about_security},
};

Err about_begin(struct request *request, enum about_which which, struct about_page *ret_page)
{
    Read *read;
    struct about_page page = {.title = text_of(ABOUT[which].title), .intro = text_of(ABOUT[which].intro)};
    struct frame_link *links = ARENA_MANY(request->arena, ABOUT_COUNT, struct frame_link);
    size_t count = 0;
    TRY(request_read(request, &read));
    bool keeps_service = rights_have(rights_of_duty(request->duty), MANAGE_SERVICE);
    for (size_t i = 0; i < ABOUT_COUNT; i++)
        if (i != ABOUT_SECURITY || keeps_service)
            links[count++] = (struct frame_link){text_of(ABOUT[i].words), ABOUT[i].address(request->arena), i == which};
    page.pages = (struct frame_links){links, count};
    page.sections.at = ARENA_MANY(request->arena, ABOUT_SECTIONS, struct about_section);
    TRY(frame_of(request, page.title, FRAME_NOWHERE, &page.frame));
    *ret_page = page;
    return ok();
}

void about_add(struct about_page *page, const char *id, const char *heading, const char *intro, struct sheet sheet)
{
    if (page->sections.count == ABOUT_SECTIONS)
        abort();
    sheet.caption = text_of(heading);
    sheet.caption_hidden = true;
    page->sections.at[page->sections.count++] = (struct about_section){.id = text_of(id), .heading = text_of(heading), .intro = text_of(intro), .sheet = sheet};
}

void about_add_below(struct about_page *page, const char *heading, struct sheet sheet)
{
    if (page->sections.count == 0)
        abort();
    sheet.caption = text_of(heading);
    sheet.caption_hidden = true;
    page->sections.at[page->sections.count - 1].below_heading = text_of(heading);
    page->sections.at[page->sections.count - 1].below = sheet;
}

void about_list(Out *out, const char *words)
{
    out_string(out, out->len > 0 ? ", " : "");
    out_string(out, words);
}
