#include "pages/problem.h"

#include "pages/problem_html.h"
#include "web/site.h"
#include "web/url.h"

void problem_page(struct request *request, struct response *response, const struct problem_words *words)
{
    const struct site *site = request->site;
    struct problem_page page = {
        .frame = {.title = text_of(words->title), .authority = site->authority_name, .help_phone = site->help_phone},
        .title = text_of(words->title),
        .says = text_of(words->says),
        .reference = words->reference,
    };
    frame_bare(request, &page.frame); /* a closed door is no way out of the house */
    problem_html(&response->body, &page);
}
