#include "acts/conference/mail_decided_act.h"

#include "acts/act.h"
#include "acts/conference/at_conference.h"
#include "store/mail_sql.h"

Err mail_decided_decide(struct act_run *run, struct mail_decided *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    for (size_t i = 0; i < act->mails.count; i++) {
        struct mail_of mail;
        bool found;
        TRY(mail_of(run->read, act->mails.at[i], at.id, &mail, &found));
        if (!found)
            return err(NOT_FOUND, "a message of another conference");
    }
    run->answer = text_format(run->arena, "/conference/%lld/post", (long long)at.id.n);
    return ok();
}

Err mail_decided_apply(Tx *tx, const struct entry *entry, const struct mail_decided *act)
{
    for (size_t i = 0; i < act->mails.count; i++)
        TRY(mail_choice_add(tx, act->mails.at[i], (ConferenceId){entry->target}, entry->family, act->choice, entry->number));
    return ok();
}
