#include "acts/conference/letters_made_act.h"

#include "acts/conference/letters.h"
#include "store/people/protected.h"

/* Whose letter holds a protected address: none is made until those words were written again (SC-12). */
static void add_finding(Out *out, Text name)
{
    out_string(out, out->len > 0 ? ", " : "It stands in the letter to ");
    out_text(out, name);
}

Err letters_made_decide(struct act_run *run, struct letters_made *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct letters_due due;
    struct protected_words secret;
    const struct practice *practice;
    Out found = out_new(run->arena);
    TRY(at_conference(run, &facts, &at));
    TRY(act_practice(run, &practice));
    TRY(letters_due_of(run->read, at.id, &due));
    TRY(protected_of_family(run->read, run->family, &secret));
    if (due.stopped)
        act_problem(run, "sent", "A child has died or a pregnancy was lost: no letter is made. What somebody sends, they write themselves");
    else if (due.count == 0)
        act_problem(run, "sent", "Nobody is owed a letter now");
    act->letters.at = ARENA_MANY(run->arena, due.count, struct letters_made_letters);
    act->letters.count = 0;
    for (size_t i = 0; i < due.count; i++) {
        struct letters_made_letters *row = &act->letters.at[act->letters.count++];
        *row = (struct letters_made_letters){.letter = {act_new_id(run)}, .invitation = due.at[i].reader->invitation, .kind = due.at[i].kind, .how = due.at[i].how};
        TRY(letter_words(run->read, &due, &due.at[i], practice, &row->copy));
        if (protected_stands_in(&secret, row->copy))
            add_finding(&found, due.at[i].name);
    }
    run->answer = text_format(run->arena, "/conference/%lld/letters", (long long)at.id.n);
    facts.protected_found = found.len > 0;
    return act_gates_said(run, &facts, &(struct gate_words){.of = {[NO_PROTECTED_ADDRESS] = out_all(&found)}});
}

Err letters_made_apply(Tx *tx, const struct entry *entry, const struct letters_made *act)
{
    for (size_t i = 0; i < act->letters.count; i++) {
        const struct letters_made_letters *row = &act->letters.at[i];
        TRY(letter_add(tx, row->letter, (ConferenceId){entry->target}, entry->family, row->invitation, row->kind, row->how, act->sent, row->copy, entry->number));
    }
    return ok();
}
