#include "pages/family/own_frame.h"

#include "web/site.h"
#include "web/url.h"

bool is_family_duty(enum duty duty) { return duty == DUTY_PARENT || duty == DUTY_YOUNG_PERSON || duty == DUTY_ADVOCATE; }

struct frame_family own_frame(struct request *request, Text title, enum own_part part)
{
    Arena *arena = request->arena;
    struct frame_link *links = ARENA_MANY(arena, 1, struct frame_link);
    links[0] = (struct frame_link){T("Home"), url_my(arena), part == OWN_HOME};
    return (struct frame_family){.title = title, .language = T("en-GB"), .dir = T("ltr"), .skip_words = T("Skip to the main part"),
        .exit_words = T("Exit this page"), .nav_label = T("Main"), .exit = url_leave(arena), .nav = {links, 1}, .two_columns = true,
        .danger_words = T("In danger now?"), .danger_call = T("Call 999"),
        .run_by = text_format(arena, "Hearth is run by %.*s. This page was made on %.*s.", TEXT_ARGS(request->site->authority_name),
                              TEXT_ARGS(date_long(arena, request->today)))};
}
