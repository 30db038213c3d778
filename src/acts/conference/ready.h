/* Whether a conference is ready, as the gates of confirming it ask. */
#ifndef ACTS_CONFERENCE_READY_H
#define ACTS_CONFERENCE_READY_H

#include "acts/conference/at_conference.h"
#include "store/readiness_sql.h"

/* The newest answer to a question about somebody; NULL when it wasn't asked. */
const struct readiness_of *ready_answer(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question);
/* True once it was asked, whatever came back; not when it hung on a day from which the conference has moved. */
bool ready_answered(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question);
/* Fills what the gates of confirming ask, and who or what is missing, beside each gate; `children` and `parents` are at_conference's. run->read
 * and arena alone are used. */
Err ready_facts(struct act_run *run, const struct at_conference *at, struct facts *facts, struct gate_words *ret_words);

#endif
