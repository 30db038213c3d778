#include <sys/resource.h>
#include <unistd.h>

#include "pages/about/about.h"
#include "pages/about/about_html.h"
#include "pages/practice/known.h"
#include "rules/obligations.h"
#include "rules/workdays.h"
#include "store/access_sql.h"
#include "store/administration_sql.h"
#include "store/organisation_sql.h"
#include "store/practice.h"
#include "store/chain.h"
#include "store/ledger.h"
#include "store/look.h"
#include "web/site.h"

/* What was looked at, how it is, and what to do when it is not as it should be. */
enum check_state { CHECK_RIGHT, CHECK_MEND, CHECK_THINK };

struct checks {
    Arena *arena;
    struct sheet sheet;
    int64_t to_mend, to_think_about;
};

static void check(struct checks *checks, enum check_state state, const char *what, Text how_it_is, const char *mend)
{
    static const struct {
        const char *look, *words;
    } STATES[] = {[CHECK_RIGHT] = {"done", "Right"}, [CHECK_MEND] = {"late", "Mend this"}, [CHECK_THINK] = {"wait", "Think about this"}};
    sheet_next(checks->arena, &checks->sheet);
    sheet_put(&checks->sheet, text_of(what));
    sheet_put(&checks->sheet, TEXT_NONE)->tag = (struct status_tag){text_of(STATES[state].look), text_of(STATES[state].words)};
    sheet_put(&checks->sheet, how_it_is);
    sheet_put(&checks->sheet, state == CHECK_RIGHT ? T("Nothing") : text_of(mend));
    checks->to_mend += state == CHECK_MEND;
    checks->to_think_about += state == CHECK_THINK;
}

static enum check_state right_if(bool right, enum check_state otherwise) { return right ? CHECK_RIGHT : otherwise; }

static bool from_this_machine(Text address)
{
    return text_begins(address, T("127.")) || text_equal(address, T("::1")) || text_begins(address, T("::ffff:127."));
}

static void check_the_line(struct checks *checks, const struct request *request)
{
    const struct site *site = request->site;
    bool here = from_this_machine(request->from);
    check(checks, site->tls ? CHECK_RIGHT : here ? CHECK_THINK : CHECK_MEND, "Pages travel encrypted",
          site->tls ? T("A proxy in front speaks TLS: cookies are sent over TLS only, and browsers are told to come back that way.")
          : here    ? T("Without TLS. You are on this machine, where nobody can listen.")
                    : T("Without TLS: names and passwords can be read on the way."),
          "Put a proxy that speaks TLS in front and set HEARTH_BEHIND_TLS=yes.");
    check(checks, right_if(!site->tls || site->behind_proxy, CHECK_MEND), "Tries to sign in are counted by where they come from",
          site->behind_proxy ? T("The proxy says where each request comes from.") : text_join(checks->arena, T("Your request came from "), request->from),
          "Everybody seems to come from the proxy: one person's wrong tries shut all out. Set HEARTH_BEHIND_PROXY=yes.");
    check(checks, right_if(!text_is_empty(site->origin) || here, CHECK_THINK), "Forms of other sites are refused",
          text_is_empty(site->origin) ? T("Compared with the Host header of each request.") : text_join(checks->arena, T("Compared with "), site->origin),
          "Set HEARTH_ORIGIN to what browsers see, such as https://hearth.example.org.");
    check(checks, right_if(!text_contains(site->leave_to, T("example.org")) && !text_is_empty(site->leave_to), CHECK_THINK), "'Exit this page' leads somewhere ordinary",
          text_is_empty(site->leave_to) ? T("It leads to the sign-in page, which says what this is.") : site->leave_to,
          "Set HEARTH_EXIT_PAGE to a page that says nothing of children's services, such as a weather page.");
}

static void check_the_process(struct checks *checks)
{
    struct rlimit core = {0};
    bool known = getrlimit(RLIMIT_CORE, &core) == 0;
    check(checks, right_if(geteuid() != 0, CHECK_MEND), "The program has no more power than it needs",
          geteuid() == 0 ? T("It runs as root.") : T("It runs as an ordinary user."), "Run it as a user of its own, who owns the folder of the record and nothing else.");
    check(checks, right_if(known && core.rlim_cur == 0, CHECK_THINK), "A crash writes nobody's record to a disk",
          known && core.rlim_cur == 0 ? T("No memory is written when it crashes.") : T("A crash may write memory, with people's records in it, to a disk."),
          "Start it with 'ulimit -c 0', or LimitCORE=0 in its unit file.");
}

static void check_the_files(struct checks *checks, const struct site *site)
{
    check(checks, right_if(site->blobs != NULL, CHECK_THINK), "Attached files are sealed",
          site->blobs != NULL ? T("Each is sealed with a key that is not in its folder.") : T("There is no folder for them: nobody can attach a file."),
          "Set HEARTH_BLOBS to a folder, and keep its key file apart from every copy of it.");
}

static Err check_the_rights(struct checks *checks, Read *read)
{
    struct right_of_all_rows rows;
    TRY(right_of_all(read, &rows));
    bool same = rows.count == RIGHTS_COUNT;
    for (size_t i = 0; i < rows.count; i++)
        same &= rights_of(rows.at[i].role, rows.at[i].standing) == (Rights)rows.at[i].rights;
    check(checks, right_if(same, CHECK_MEND), "The store's table of rights is the program's",
          text_format(checks->arena, "%zu rows in the store, %zu in the program.", rows.count, RIGHTS_COUNT),
          "Somebody changed the store by hand. Start the program again: it puts its own table back. Then find out who.");
    return ok();
}

static Err check_the_accounts(struct checks *checks, Read *read)
{
    struct accounts_counted_rows counted;
    struct accounts_left_open left;
    struct accounts_without_manager alone;
    int64_t administrators = 0, auditors = 0;
    TRY(accounts_counted(read, &counted));
    TRY(accounts_left_open(read, &left));
    TRY(accounts_without_manager(read, &alone));
    for (size_t i = 0; i < counted.count; i++) {
        administrators += counted.at[i].duty == DUTY_ADMINISTRATOR ? counted.at[i].accounts : 0;
        auditors += counted.at[i].duty == DUTY_AUDITOR ? counted.at[i].accounts : 0;
    }
    check(checks, right_if(administrators >= 2 && administrators <= 5, CHECK_THINK), "Two to five people keep the service",
          text_format(checks->arena, "Accounts of service administrators: %lld.", (long long)administrators),
          administrators < 2 ? "Add another administrator: nothing should wait for one person." : "Fewer people should be able to make accounts.");
    check(checks, right_if(auditors >= 1, CHECK_MEND), "Somebody reads the record of looks",
          text_format(checks->arena, "Accounts of auditors: %lld.", (long long)auditors), "Add an auditor: a record that nobody reads stops nobody.");
    check(checks, right_if(left.accounts == 0, CHECK_THINK), "Who has left has no password",
          text_format(checks->arena, "Ended accounts with a password: %lld. None of them can do anything.", (long long)left.accounts),
          "Give the account a long password that nobody knows, with 'hearth user'.");
    check(checks, right_if(alone.accounts == 0, CHECK_MEND), "Every social worker has a manager",
          text_format(checks->arena, "Social workers without one: %lld.", (long long)alone.accounts), "Name a manager: emergency access, approvals and cover go to them.");
    return ok();
}

static Err check_the_law(struct checks *checks, Read *read, Date today)
{
    struct authority_now authority;
    struct holidays_known known;
    bool found;
    int year, month, day;
    TRY(authority_now(read, &authority, &found));
    struct practice practice;
    TRY(practice_read(read, &practice));
    check(checks, right_if(found, CHECK_MEND), "The authority's time limits are known",
          found ? text_of(practice_on(&practice, today)->title) : T("No authority was set up."), "Record the authority with its profile.");
    if (!found)
        return ok();
    date_parts(today, &year, &month, &day);
    int last = practice.holidays->year_last;
    check(checks, right_if(last > year, CHECK_MEND), "Next year's holidays are known", text_format(checks->arena, "Known until the end of %d.", last),
          "Install a newer Hearth: time limits past that year are counted without holidays.");
    TRY(holidays_known_now(read, &practice, &known));
    check(checks, right_if(known.beyond == 0, CHECK_MEND), "No date is due after the holidays that are known",
          text_format(checks->arena, "Dates in working days after %.*s: %lld.", TEXT_ARGS(date_long(checks->arena, known.until)), (long long)known.beyond),
          "Install a newer Hearth: those dates are counted without holidays.");
    check(checks, right_if(!text_is_empty(authority.telephone) && !text_is_empty(authority.urgent_telephone), CHECK_MEND), "People are told who to ring",
          text_format(checks->arena, "By day %.*s, out of hours %.*s.", TEXT_ARGS(authority.telephone), TEXT_ARGS(authority.urgent_telephone)),
          "Record the authority's telephones.");
    return ok();
}

/* What holds always, and where the numbers stand: nobody can turn these off. */
static Err add_always(Arena *arena, struct about_page *page, Read *read)
{
    struct chain_head ledger, looks;
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "What|How", 8);
    TRY(ledger_head(read, &ledger));
    TRY(look_head(read, &looks));
    sheet_next(arena, &sheet);
    sheet_put(&sheet, T("Sessions"));
    sheet_put(&sheet, text_format(arena, "End after %lld minutes without a request, and after %lld hours. What was being typed is kept.",
        (long long)(SESSION_IDLE_US / MINUTE_US), (long long)(SESSION_LONGEST_US / HOUR_US)));
    sheet_next(arena, &sheet);
    sheet_put(&sheet, T("Passwords"));
    sheet_put(&sheet, text_format(arena, "Kept as argon2id hashes. After %d wrong ones an account waits, each time twice as long, up to %d minutes; %d wrong tries from one place in %d minutes.",
        SIGN_IN_FREE_TRIES, SIGN_IN_WAIT_LONGEST_SECONDS / 60, SIGN_IN_ADDRESS_TRIES, SIGN_IN_ADDRESS_SECONDS / 60));
    sheet_next(arena, &sheet);
    sheet_put(&sheet, T("Pages"));
    sheet_put(&sheet, T("Scripts, styles and images of its own only; no page of a person is kept by a browser; every word people typed is escaped by the templates."));
    sheet_next(arena, &sheet);
    sheet_put(&sheet, T("The record"));
    sheet_put(&sheet, text_format(arena, "%lld entries and %lld looks, each chained to the one before. 'hearth verify' proves that none was changed: run it every night.",
        (long long)ledger.number, (long long)looks.number));
    about_add(page, "always", "What holds always", "", sheet);
    return ok();
}

Err about_security_page(struct request *request, struct response *response)
{
    Read *read;
    struct about_page page;
    struct checks checks = {.arena = request->arena, .sheet = sheet_new(request->arena, TEXT_NONE, "What is looked at|Is it right?|How it is|What to do", 32)};
    TRY(about_begin(request, ABOUT_SECURITY, &page));
    TRY(request_read(request, &read));
    check_the_line(&checks, request);
    check_the_process(&checks);
    check_the_files(&checks, request->site);
    TRY(check_the_rights(&checks, read));
    TRY(check_the_accounts(&checks, read));
    TRY(check_the_law(&checks, read, request->today));
    const char *intro = text_string(request->arena, text_format(request->arena, "To mend: %lld. To think about: %lld. Looked at just now.",
        (long long)checks.to_mend, (long long)checks.to_think_about));
    about_add(&page, "now", "As it runs now", intro, checks.sheet);
    TRY(add_always(request->arena, &page, read));
    about_html(&response->body, &page);
    return ok();
}
