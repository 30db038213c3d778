#include "pages/listing.h"

#include "acts/act_kind.h"
#include "web/url.h"

int64_t listing_after(const struct request *request)
{
    int64_t after = 0;
    if (!text_to_int(form_get(&request->query, T("after")), &after) || after < 0)
        return 0; /* what is no number begins at the first row */
    return after;
}

Url listing_more(Arena *arena, Url here, int64_t after) { return url_asking(arena, here, "after", text_format(arena, "%lld", (long long)after)); }

static struct frame_links acts_on(const struct request *request, enum act_target on, PersonId person, const char *const *names, size_t count)
{
    struct frame_link *at = ARENA_MANY(request->arena, count, struct frame_link);
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        const struct act_kind *kind = act_kind_named(text_of(names[i]));
        if (kind == NULL || kind->on != on || !rights_have(rights_of_duty(request->duty), kind->may))
            continue;
        Text act = text_of(kind->address);
        at[made++] = (struct frame_link){text_of(kind->title), on == ON_PERSON ? url_person_act(request->arena, person, act) : url_act(request->arena, act), false};
    }
    return (struct frame_links){at, made};
}

struct frame_links listing_acts(const struct request *request, const char *const *names, size_t count)
{
    return acts_on(request, ON_ORGANISATION, (PersonId){0}, names, count);
}

struct frame_links listing_acts_on(const struct request *request, PersonId person, const char *const *names, size_t count)
{
    return acts_on(request, ON_PERSON, person, names, count);
}
