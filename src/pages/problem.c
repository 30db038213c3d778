#include "pages/problem.h"

#include "pages/problem_html.h"
#include "web/site.h"
#include "web/url.h"

void problem_page(struct request *request, struct response *response, const struct problem_words *words)
{
    const struct site *site = request->site;
    const struct problem_page page = {
        .frame = {.title = text_of(words->title), .authority = site->authority_name, .home = url_sign_in(request->arena), .help_phone = site->help_phone},
        .title = text_of(words->title),
        .says = text_of(words->says),
        .reference = words->reference,
    };
    problem_html(&response->body, &page);
}
