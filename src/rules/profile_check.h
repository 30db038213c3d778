/* Whether a profile holds: nothing is missing, no two rows are alike, and what an authority's own profile says only tightens what is statutory in the
 * nation it is like. Used by the build (a broken profile doesn't build) and by `hearth profile check`. Pure. */
#ifndef RULES_PROFILE_CHECK_H
#define RULES_PROFILE_CHECK_H

#include "rules/profile_text.h"

/* Makes a profile whole. What it is like gives it every row whose kind it has none of its own for, or before and after its own are in force, and the
 * practice it doesn't speak of; 'without' takes local rows away; always_stops are added to each row's stops.
 *
 * `like` is the profile that own->profile.like names, whole itself; NULL when there is none of that name (a fault when own names one).
 *
 * Faults, each with its line (1 where something is missing):
 * - name, title, standing, in_force, division or rows are missing; something ends before it begins; a row is never in force;
 * - two rows of one kind in force on one day; a row that its own events undo;
 * - it is like itself, or like a profile that is like another: rows would go round, and what is statutory would stand at one remove;
 * - a row that stands beside a statutory one is itself statutory, starts at fewer events, is met or stopped by more, holds less often, or comes
 *   later: on some start day of the years whose holidays are loaded a working day lies after the statutory due day, up to its own. (A due day on
 *   which offices are shut is as late as the last working day before it.) The first such start day is named;
 * - 'without' takes away what is statutory, or what is not there;
 * - the agencies always invited are fewer than social care, health and the police, or than those of the profile it is like. */
void profile_settle(struct profile_text *own, const struct profile *like, struct profile_faults *faults);

/* The taking alone (profile_take.c): own rows come in the place of those they replace, new kinds last. */
void profile_take(struct profile_text *own, const struct profile *like, struct profile_faults *faults);

#endif
