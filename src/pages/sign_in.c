#include "pages/sign_in.h"

#include "pages/sign_in_html.h"
#include "web/session.h"
#include "web/sign_in.h"
#include "web/site.h"
#include "web/url.h"

static struct sign_in_page page_of(struct request *request)
{
    const struct site *site = request->site;
    Url here = url_sign_in(request->arena);
    return (struct sign_in_page){
        .frame = {.title = T("Sign in"), .authority = site->authority_name, .home = here, .help_phone = site->help_phone},
        .problems.title = T("There is a problem"),
        .session_over = request->session.past.n != 0,
        .kept = request->session.past.n == 0 && text_equal(form_get(&request->query, T("kept")), T("yes")),
        .action = here,
        .seat = url_seat(request->arena),
        .csrf = request_form_keys(request, 0).csrf,
        .next = sign_in_next(request),
    };
}

static void page_problem(struct request *request, struct sign_in_page *page, const char *id, Text words)
{
    struct problem_views *lines = &page->problems.lines;
    if (lines->at == NULL)
        lines->at = ARENA_MANY(request->arena, 2, struct problem_view);
    lines->at[lines->count++] = (struct problem_view){text_of(id), words};
    page->frame.has_problems = true;
}

Err sign_in_page(struct request *request, struct response *response)
{
    if (request->person.n != 0) {
        response_see_path(response, sign_in_next(request));
        return ok();
    }
    struct sign_in_page page = page_of(request);
    sign_in_html(&response->body, &page);
    return ok();
}

/* What to say; TEXT_NONE when they are signed in. The same words for an unknown name, a wrong password and an account that waits. */
static Err try_to_sign_in(struct request *request, struct response *response, Text name, Text *ret_says)
{
    enum sign_in_end end;
    PersonId person = {0};
    TRY(sign_in_check(request, name, form_get(&request->form, T("password")), &end, &person));
    switch (end) {
    case SIGN_IN_GOOD: *ret_says = TEXT_NONE; return session_begin(request, response, person);
    case SIGN_IN_WRONG:
        *ret_says = T("The sign-in name or password is not right. After 5 wrong tries you have to wait, longer each time.");
        return ok();
    case SIGN_IN_LATER: *ret_says = T("There were too many tries from where you are. Wait 5 minutes and try again."); return ok();
    }
    return err(BROKEN, "an unknown end of signing in");
}

Err sign_in_form(struct request *request, struct response *response)
{
    struct sign_in_page page = page_of(request);
    page.name = text_trim(form_get(&request->form, T("name")));
    if (text_is_empty(page.name))
        page_problem(request, &page, "name", page.name_error = T("Enter your sign-in name"));
    if (text_is_empty(form_get(&request->form, T("password"))))
        page_problem(request, &page, "password", page.password_error = T("Enter your password"));
    if (page.problems.lines.count == 0) {
        Text says = TEXT_NONE;
        TRY(try_to_sign_in(request, response, page.name, &says));
        if (text_is_empty(says)) {
            response_see_path(response, page.next);
            return ok();
        }
        page_problem(request, &page, "name", page.name_error = says);
    }
    sign_in_html(&response->body, &page);
    return err(NOT_VALID, "not signed in");
}
