#include "rules/plan_remarks.h"

#include "rules/words.h"

static bool is_written(Text words) { return !text_is_empty(text_trim(words)); }

unsigned plan_action_missing(const struct plan_action_facts *facts)
{
    bool who = facts->owner != ACTION_OWNER_NONE && (facts->owner_person.n != 0 || is_written(facts->owner_words));
    bool often = facts->repeats > ACTION_REPEAT_ONCE && (facts->repeats != ACTION_REPEAT_OTHER || is_written(facts->how_often));
    return (who ? 0U : PLAN_ACTION_NO_OWNER) | (!date_is_none(facts->by_when) || often ? 0U : PLAN_ACTION_NO_DATE) |
           (is_written(facts->measure) ? 0U : PLAN_ACTION_NO_MEASURE);
}

unsigned plan_action_remarks(const struct plan_action_facts *facts)
{
    return (words_have(facts->what, WORDS_VAGUE) ? PLAN_REMARK_VAGUE : 0U) |
           (words_have(facts->what, WORDS_PROMISE_SEPARATION) ? PLAN_REMARK_SEPARATION : 0U) |
           (facts->rolled >= PLAN_ROLLED_OFTEN ? PLAN_REMARK_ROLLED : 0U);
}

bool plan_action_is_kept(const struct plan_action_facts *facts) { return is_written(facts->kept_why); }
