/* hearth serve: the pages, until SIGTERM. */
#include <stdio.h>

#include "app/attached.h"
#include "app/mailing.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/random.h"
#include "jobs/postman.h"
#include "pages/act_form.h"
#include "pages/problem.h"
#include "store/organisation_sql.h"
#include "store/duty.h"
#include "web/server.h"

#define ROUTE ROUTE_HANDLER
#include "web/routes.def"
#undef ROUTE

#define ROUTE ROUTE_ROW
static const struct route ROUTES[] = {
#include "web/routes.def"
};
#undef ROUTE

enum { SEARCH_KEY = 32, SWEEP_SECONDS = 24 * 60 * 60 };

/* The authority's name and telephone, as its first act recorded them. */
static Err fill_authority(struct command_run *run, struct site *site)
{
    Read *read;
    struct authority_now row;
    bool found;
    TRY(store_read_begin(site->store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read));
    Err end = authority_now(read, &row, &found);
    store_read_end(read);
    TRY(end);
    if (run->config->days_ahead != 0 && !(found && row.practice))
        return err(NOT_ALLOWED, "HEARTH_PRACTICE_DAYS_AHEAD is only for a record that was set up for practice");
    clock_set_ahead(run->config->days_ahead);
    site->authority_name = found ? row.name : T("Hearth");
    if (found && row.practice) /* every page says so */
        site->authority_name = text_join(run->arena, row.name, T(" (practice)"));
    site->help_phone = found ? row.telephone : TEXT_NONE;
    return ok();
}

/* Sealed files that nothing speaks of go: at the start, and every day. */
static Err sweep(const struct site *site, int64_t days_ahead)
{
    int64_t gone = 0;
    Instant before = {clock_now().us - days_ahead * DAY_US - UPLOAD_ORPHAN_US}; /* files have the machine's days, whatever the record's clock says */
    if (site->blobs == NULL)
        return ok();
    Err end = attached_sweep(site->store, site->blobs, before, &gone);
    if (gone > 0)
        log_info("%lld sealed files that nothing spoke of are gone", (long long)gone);
    return end;
}

/* What is to be told goes out from here on. The settings were checked before anything was opened. */
static Err carry_post(struct command_run *run, const struct site *site, struct postman **ret_postman)
{
    struct post post = {.outbox = {site->store, acts_writer(site->acts), site->authority}, .acts = site->acts};
    if (!mailing_of(run->config, run->arena, stderr, &post))
        return err(NOT_VALID, "the settings of the mail server are wrong");
    TRY(mail_begin());
    return postman_start(&post, ret_postman);
}

static int serve(struct command_run *run, struct site *site)
{
    Server *server;
    struct postman *postman;
    Err end = fill_authority(run, site);
    if (end.kind == OK)
        end = sweep(site, run->config->days_ahead);
    if (end.kind == OK)
        end = server_start(site, run->config->address, (int)run->config->port, &server);
    if (end.kind != OK)
        return command_failed("The pages can't be served", end);
    end = carry_post(run, site, &postman);
    if (end.kind != OK) {
        server_stop(server);
        return command_failed("Messages can't be sent", end);
    }
    log_info("serving on %s port %d", run->config->address, server_port(server));
    while (!server_wait(server, SWEEP_SECONDS)) {
        end = sweep(site, run->config->days_ahead);
        if (end.kind != OK)
            log_error("attached files were not swept: %s", end.why);
    }
    log_info("stopping");
    server_stop(server);
    postman_stop(postman);
    return 0;
}

int command_serve(struct command_run *run)
{
    server_block_signals();
    unsigned char key[SEARCH_KEY]; /* lives as long as this start: hashes of searches are compared within a day, not for ever */
    random_bytes(key, sizeof key);
    struct site site = {
        .routes = ROUTES,
        .route_count = sizeof ROUTES / sizeof ROUTES[0],
        .search_key = {(const char *)key, sizeof key},
        .authority = COMMAND_AUTHORITY,
        .tls = run->config->behind_tls,
        .behind_proxy = run->config->behind_proxy,
        .leave_to = text_of(run->config->exit_page),
        .origin = text_of(run->config->origin),
        .may_act = act_form_may,
        .problem_page = problem_page,
    };
    if (!command_acts(run, &site.store, &site.acts))
        return 1;
    Err end = attached_open(run->config, true, &site.blobs);
    int status = end.kind == OK ? serve(run, &site) : command_failed("Attached files can't be kept", end);
    blobs_close(site.blobs);
    acts_close(site.acts);
    store_close(site.store);
    return status;
}
