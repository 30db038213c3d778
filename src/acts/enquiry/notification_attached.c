#include "acts/enquiry/notification_attached_act.h"

#include "acts/enquiry/concerned.h"
#include "store/attached_file_sql.h"
#include "store/contact_sql.h"
#include "store/notification_sql.h"

Err notification_attached_decide(struct act_run *run, struct notification_attached *act)
{
    act->notification = (NotificationId){act_new_id(run)};
    if (act->report.blob.len > 0)
        act->document = (DocumentId){act_new_id(run)};
    for (size_t i = 0; i < act->children.count; i++)
        TRY(family_child_concerned(run, act->children.at[i]));
    if (act->contact.n == 0)
        return ok();
    struct contact_children_rows about;
    TRY(contact_children(run->read, act->contact, run->family, &about));
    return about.count > 0 ? ok() : err(NOT_FOUND, "a contact of another family");
}

Err notification_attached_apply(Tx *tx, const struct entry *entry, const struct notification_attached *act)
{
    TRY(notification_add(tx, act->notification, entry->family, act->contact, act->force_name, act->reference, act->received_on, act->words,
                         act->plain, act->not_to, act->document));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(notification_child_add(tx, act->notification, act->children.at[i]));
    if (act->document.n == 0 || act->report.blob.len == 0) /* none came, or retention has emptied it */
        return ok();
    const struct attached *report = &act->report;
    TRY(attached_file_add(tx, act->document, entry->family, report->name, report->kind, report->size, report->hash, report->blob, entry->number));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(attached_file_child_add(tx, act->document, act->children.at[i]));
    return ok();
}
