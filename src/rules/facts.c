#include "rules/facts.h"

const struct fact_name FACT_NAMES[] = {
#define FACT(name, words) {#name, words, offsetof(struct facts, name)},
#include "rules/facts.def"
#undef FACT
};
const size_t FACT_NAME_COUNT = sizeof FACT_NAMES / sizeof FACT_NAMES[0];

bool asked_is_answered(enum asked_answer answer)
{
    switch (answer) {
    case ASKED_ANSWER_ASKED_YES:
    case ASKED_ANSWER_ASKED_NO:
    case ASKED_ANSWER_ASKED_NO_ANSWER:
    case ASKED_ANSWER_REFUSED:
    case ASKED_ANSWER_NOT_NEEDED:
        return true;
    case ASKED_ANSWER_NONE:
    case ASKED_ANSWER_NOT_YET:
    case ASKED_ANSWER_COUNT:
        break;
    }
    return false;
}

bool chair_is_independent(const struct facts *f)
{
    return !f->chair_holds_case && !f->chair_works_case && !f->chair_manages_holder && !f->chair_managed_by_holder &&
           !f->chair_in_holders_team && !f->chair_knows_family;
}
