#include "pages/accessibility.h"

#include "pages/accessibility_html.h"
#include "web/site.h"
#include "web/url.h"

Err accessibility_page(struct request *request, struct response *response)
{
    const struct site *site = request->site;
    struct accessibility_page page = {0};
    if (request->person.n != 0)
        TRY(frame_of(request, T("Accessibility"), FRAME_NOWHERE, &page.frame));
    else
        page.frame = (struct frame){.title = T("Accessibility"), .authority = site->authority_name, .home = url_sign_in(request->arena), .help_phone = site->help_phone,
                                    .accessibility = url_accessibility(request->arena)};
    accessibility_html(&response->body, &page);
    return ok();
}
