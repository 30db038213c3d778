#include "acts/fields.h"
#include "pages/family_tab_parts.h"
#include "pages/options.h"
#include "pages/timeline_seen.h"
#include "store/attached_file_sql.h"

/* Files that came with what was recorded, for who may read the record of each child they are about. */
static Err documents_attached(struct tab *tab)
{
    static const Text headings[] = {T("Attached file"), T("Kind and size"), T("Came with"), T("Attached by"), T("When")};
    struct attached_files_rows files;
    if (!rights_have(tab->record.rights, READ_RECORD))
        return ok();
    TRY(attached_files(tab->read, tab->record.family, &files));
    struct tab_section *in = SECTION(tab, "Attached files", "No file is attached yet.", headings, files.count);
    in->note = T("A file opens outside Hearth: keep no copy of it on your computer.");
    for (size_t i = 0; i < files.count; i++) {
        const struct attached_files *file = &files.at[i];
        struct entry_shown with;
        TRY(entry_shown_of(tab->request, tab->read, file->number, file->act, file->version, file->body, &with));
        struct tab_row *to = row(tab, in, file->name);
        to->has_address = true;
        to->address = url_file(tab->arena, file->document);
        cell(in, to, text_format(tab->arena, "%s, %.*s", media_kind_words(file->kind), TEXT_ARGS(file_size_words(tab->arena, file->size))));
        cell(in, to, with.is_shown ? with.says : text_of(with.kind->title));
        cell(in, to, name_words(tab->arena, file->given, file->family_name));
        cell(in, to, instant_words(tab->arena, file->at));
    }
    return ok();
}

Err family_documents_page(struct request *request, struct response *response)
{
    static const Text report_headings[] = {T("Report"), T("For"), T("Written"), T("State")};
    static const Text sent_headings[] = {T("Sent"), T("To"), T("When"), T("How")};
    static const Text police_headings[] = {T("Police notification"), T("Received"), T("In plain words")};
    struct tab tab;
    struct family_reports_rows reports;
    struct family_sent_rows sent;
    struct family_notifications_rows notifications;
    TRY(tab_begin(request, TAB_DOCUMENTS, "Documents", &tab));
    TRY(family_reports(tab.read, tab.record.family, &reports));
    TRY(family_sent(tab.read, tab.record.family, &sent));
    TRY(family_notifications(tab.read, tab.record.family, &notifications));
    struct tab_section *in = SECTION(&tab, "Reports for conferences", "No report is written yet.", report_headings, reports.count);
    for (size_t i = 0; i < reports.count; i++) {
        struct tab_row *to = row(&tab, in, or_none(reports.at[i].agency, "Children’s social care"));
        cell(in, to, text_format(tab.arena, "%s, %.*s", conference_kind_words(reports.at[i].kind), TEXT_ARGS(day_or(tab.arena, reports.at[i].held_on, "no day yet"))));
        cell(in, to, date_long(tab.arena, reports.at[i].written));
        cell_tag(in, to, date_is_none(reports.at[i].released) ? "wait" : "quiet st--done", text_of(report_state_words(reports.at[i].state)));
    }
    in = SECTION(&tab, "Sent to people", "Nothing was sent after a conference yet.", sent_headings, sent.count);
    for (size_t i = 0; i < sent.count; i++) {
        struct tab_row *to = row(&tab, in, text_of(sent_what_words(sent.at[i].what)));
        cell(in, to, name_words(tab.arena, sent.at[i].given, sent.at[i].family_name));
        cell(in, to, date_long(tab.arena, sent.at[i].sent_on));
        cell(in, to, text_of(sharing_how_words(sent.at[i].how)));
    }
    if (rights_have(tab.record.rights, READ_RECORD)) {
        in = SECTION(&tab, "From the police", "The police have sent no notification.", police_headings, notifications.count);
        for (size_t i = 0; i < notifications.count; i++) {
            struct tab_row *to = row(&tab, in, text_format(tab.arena, "%.*s, %.*s", TEXT_ARGS(notifications.at[i].force_name), TEXT_ARGS(notifications.at[i].reference)));
            cell(in, to, date_long(tab.arena, notifications.at[i].received));
            cell(in, to, notifications.at[i].plain);
        }
    }
    TRY(documents_attached(&tab));
    return tab_end(&tab, response);
}
