#include "pages/family_tab_parts.h"
#include "pages/looks.h"
#include "pages/options.h"
#include "store/restriction_sql.h"

Err family_access_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("When"), T("Who"), T("As"), T("Page"), T("Answer")};
    static const Text part_headings[] = {T("Who"), T("Part"), T("Telephone")}, glass_headings[] = {T("When"), T("Who"), T("Why"), T("Until")};
    struct glass_of_family_rows glass;
    struct tab tab;
    struct family_looks_rows looks;
    struct family_workers_rows workers;
    struct family_teams_rows teams;
    TRY(tab_begin(request, TAB_ACCESS, "Access", &tab));
    TRY(family_workers(tab.read, tab.record.family, &workers));
    TRY(family_teams(tab.read, tab.record.family, &teams));
    TRY(glass_of_family(tab.read, tab.record.family, &glass));
    TRY(family_looks(tab.read, tab.record.family, before_of(request), ROWS_ON_PAGE + 1, &looks));
    struct tab_section *in = SECTION(&tab, "Who has a part now", "Nobody has a part in this case now.", part_headings, workers.count + teams.count);
    for (size_t i = 0; i < workers.count; i++) {
        struct tab_row *to = row(&tab, in, name_words(tab.arena, workers.at[i].given, workers.at[i].family_name));
        cell(in, to, text_of(role_words(workers.at[i].role)));
        cell(in, to, workers.at[i].telephone);
    }
    for (size_t i = 0; i < teams.count; i++) {
        struct tab_row *to = row(&tab, in, teams.at[i].name);
        cell(in, to, text_of(role_words(teams.at[i].role)));
        cell(in, to, teams.at[i].telephone);
    }
    if (glass.count > 0) {
        in = SECTION(&tab, "Opened in an emergency", "", glass_headings, glass.count);
        for (size_t i = 0; i < glass.count; i++) {
            struct tab_row *to = row(&tab, in, instant_words(tab.arena, glass.at[i].at));
            cell(in, to, name_words(tab.arena, glass.at[i].given, glass.at[i].family_name));
            cell(in, to, glass.at[i].reason);
            cell(in, to, instant_words(tab.arena, glass.at[i].ends));
        }
    }
    in = SECTION(&tab, "Who looked", "Nobody has looked yet.", headings, looks.count);
    in->note = T("Each page anybody opened, and each that was refused.");
    for (size_t i = 0; i < looks.count && i < ROWS_ON_PAGE; i++) {
        const struct family_looks *look = &looks.at[i];
        enum duty duty;
        struct tab_row *to = row(&tab, in, instant_words(tab.arena, look->at));
        cell(in, to, name_words(tab.arena, look->given, look->family_name));
        cell(in, to, duty_of(look->duty, &duty) ? text_of(duty_words(duty)) : look->duty);
        cell(in, to, looked_page_words(tab.arena, look->route));
        if (look->refused)
            cell_tag(in, to, "late", T("refused"));
        else
            cell(in, to, T("shown"));
    }
    if (looks.count > ROWS_ON_PAGE) {
        in->has_more = true;
        in->more = url_asking(tab.arena, url_family_access(tab.arena, tab.record.family), "before",
            text_format(tab.arena, "%lld", (long long)looks.at[ROWS_ON_PAGE - 1].number));
    }
    return tab_end(&tab, response);
}

Err family_address_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("Person"), T("Address"), T("Since"), T("Must never reach")};
    struct tab tab;
    struct family_protected_address_rows rows;
    TRY(tab_begin(request, TAB_NONE, "Protected address", &tab));
    TRY(family_protected_address(tab.read, tab.record.family, &rows));
    struct tab_section *in = SECTION(&tab, "Protected address", "No protected address is recorded.", headings, rows.count);
    in->note = T("You were shown this, and that is recorded. Do not copy it into a note, letter or message.");
    for (size_t i = 0; i < rows.count; i++) {
        struct tab_row *to = row(&tab, in, name_words(tab.arena, rows.at[i].given, rows.at[i].family_name));
        Text lines = rows.at[i].lines;
        cell(in, to, text_is_empty(rows.at[i].postcode) ? lines : text_join(tab.arena, lines, text_join(tab.arena, T("\n"), rows.at[i].postcode)));
        cell(in, to, date_long(tab.arena, rows.at[i].begins));
        cell_tag(in, to, "stop", text_is_empty(rows.at[i].not_to_given) ? T("anybody outside") : name_words(tab.arena, rows.at[i].not_to_given, rows.at[i].not_to_family_name));
    }
    return tab_end(&tab, response);
}
