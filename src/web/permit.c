#include "web/permit.h"

#include "store/access.h"
#include "store/conference_page_sql.h"
#include "store/duty.h"
#include "store/family_access_sql.h"
#include "web/site.h"

/* On a family: on one of its children at least. Who may know none of them does not learn that the family is there. */
static Err permit_family(Read *read, enum permission permission, FamilyId family)
{
    struct family_children_known_rows children;
    TRY(family_children_known(read, family, &children));
    if (children.count == 0)
        return err(NOT_FOUND, "no child of the family is visible");
    for (size_t i = 0; i < children.count; i++) {
        Err end = may(read, permission, children.at[i].child);
        if (end.kind != NOT_ALLOWED && end.kind != NOT_FOUND)
            return end;
    }
    return err(NOT_ALLOWED, "not on any child of the family");
}

Err permit(struct request *request)
{
    struct route_may ask = request->route->may;
    Read *read = NULL;
    if (ask.who == WHO_DUTY || ask.who == WHO_CHILD || ask.who == WHO_FAMILY)
        TRY(request_read(request, &read));
    switch (ask.who) {
    case WHO_ANYONE: return ok();
    case WHO_SIGNED_IN:
    case WHO_SEAT:
    case WHO_HANDLER: return request->person.n != 0 ? ok() : err(NOT_ALLOWED, "not signed in");
    case WHO_DUTY: return may_duty(read, ask.permission);
    case WHO_CHILD: return may(read, ask.permission, request->ids.child);
    case WHO_FAMILY: return permit_family(read, ask.permission, request->ids.family);
    case WHO_ACT: return request->site->may_act(request);
    case WHO_NONE: break;
    }
    return err(BROKEN, "the route does not say who may");
}

Err permit_conference(struct request *request, Read *read, ConferenceId conference, Rights asked, Rights *ret_rights)
{
    struct conference_page_children_rows children;
    Rights all = 0;
    TRY(conference_page_children(read, conference, &children));
    if (children.count == 0)
        return err(NOT_FOUND, "no child of the conference is visible");
    for (size_t i = 0; i < children.count; i++) {
        Rights rights;
        TRY(rights_on_child(read, children.at[i].child, &rights));
        all |= rights;
        request_shows(request, children.at[i].child);
    }
    *ret_rights = all;
    return (all & asked) != 0 ? ok() : err(NOT_ALLOWED, "the reader may know the children, not this of the conference");
}
