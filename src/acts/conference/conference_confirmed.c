#include "acts/conference/conference_confirmed_act.h"

#include "acts/conference/ready.h"

Err conference_confirmed_decide(struct act_run *run, struct conference_confirmed *act)
{
    struct facts facts = {0};
    struct gate_words words;
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    if (at.now.chair.n == 0)
        act_problem(run, "told", "Assign a chair first");
    if (act->told == YESNO_NO)
        act_problem(run, "told", "Tell everyone who is invited the day, the time and the place first");
    TRY(ready_facts(run, &at, &facts, &words));
    return act_gates_said(run, &facts, &words);
}

Err conference_confirmed_apply(Tx *tx, const struct entry *entry, const struct conference_confirmed *act)
{
    (void)act;
    return conference_confirm(tx, (ConferenceId){entry->target});
}
