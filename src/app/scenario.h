/* A scenario: a text that a practitioner can read and write, of people who do acts on days, and of what comes of them. `hearth demo` fills an
 * empty record with one; tests walk through others. docs/developers/scenarios.md shows it with examples.
 *
 *   # words                           says nothing to the program
 *   on DAY TIME                       when what follows is done: 10:15
 *   WHO: ACT [on NAME] [as NAME]      somebody does an act; `as` names the first new thing that it makes
 *     PATH = VALUE                    a field of its form, as a person would type or choose it
 *     | more                          another line of the same words
 *     PATH as NAME                    names something the act made: a number that its decide() filled
 *     reason GATE = WORDS             why they go on past a gate
 *   refused: KIND [WHAT] ["WORDS"]    the act before must not be done: NOT_NOW with that gate, NOT_VALID at that field, NOT_ALLOWED, NOT_FOUND
 *   then …                            what must be so now (scenario_check.c has them as rows)
 *   sign-in NAME [is NAME]: WORDS     somebody can sign in under that name
 *   part NAME … end                   lines to be used again, with {words} in them;
 *   play NAME                         uses them here: the lines below it, KEY = VALUE, say what stands for {KEY}
 *   each WORD in A, B … end           the lines once for A and once for B, which stands for {WORD}
 *
 * PATH is a field, list[row].field or list[row]. A row of a list that is 'per child' (parent, agency …) is called by that one's name, other
 * rows by any word; `list[row] = same` says 'same as the first'. VALUE: codes and names are separated by commas, yes or no, days and times as below.
 * DAY is 2026-03-20; or day N or workday N, that many (working) days from the scenario's base, numbers one after another are added: workday
 * -40 +3; or today, which is the day of the last `on`. Where a form asks for a day, 20 3 2026 is one too. An instant is DAY TIME.
 *
 * A name is known in its own text, and those of the first text everywhere; `system` is the service itself. What several texts say is done in
 * the order of its instants, not of the texts. */
#ifndef APP_SCENARIO_H
#define APP_SCENARIO_H

#include "acts/act.h"

struct scenario_text {
    const char *name; /* "walk.scenario", for complaints */
    Text text;
};

/* In which store and when. */
struct scenario_world {
    Store *store;
    struct acts *acts;
    AuthorityId authority;
    Date base; /* what day 0 and workday 0 are: a working day is best */
    /* Asked after each act that was done; a sentence stops the scenario. NULL: nothing is asked. */
    Text (*after)(void *context, Instant now);
    void *context;
};

struct scenario_sign_in {
    Text name;   /* to sign in with */
    PersonId person;
    Text words;  /* who they are */
};

/* What came of it, in the arena. */
struct scenario_end {
    Text complaint; /* "walk.scenario:12: The act was refused: …"; empty: all was as the texts say */
    struct scenario_sign_in *sign_ins;
    size_t sign_in_count, act_count;
    Instant last; /* the instant of the last act */
};

/* Plays the texts together. The clock is set to each line's instant and left there: clock_set_for_tests(INSTANT_NONE) afterwards.
 * NOT_VALID: a text is wrong, or something didn't come out as it says: the complaint names the line. Not OK otherwise: the store failed. */
Err scenario_play(const struct scenario_world *world, const struct scenario_text *texts, size_t count, Arena *arena,
                  struct scenario_end *ret_end);

#endif
