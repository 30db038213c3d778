/* A profile in words: what a piece of practice says, and lines of guidance whose numbers come from the profile. Pure: words go to the caller's arena. */
#ifndef RULES_PROFILE_WORDS_H
#define RULES_PROFILE_WORDS_H

#include "rules/profile.h"

/* '15 working days', '5 days before': how long by that row. */
Text row_amount(Arena *arena, const struct obligation_row *row);
/* '30 minutes', '2 hours'. */
Text minutes_amount(Arena *arena, int minutes);
/* 'Children's social care, police and health', as they begin a sentence or stand inside one. */
Text agencies_in_words(Arena *arena, uint64_t agencies, bool begins);
/* What a piece of practice says, without what it is about: '3', 'Listen and observe, ask for a short break'. */
Text practice_in_words(Arena *arena, const struct practice_item *item);
/* What it is about: 'Agencies that must be present'; with whom, which ladder or which word where the kind has several. */
Text practice_about(Arena *arena, const struct practice_item *item);

/* A line of guidance with its holes filled from the profile as it is for something that starts on that day:
 *   {KIND}          how long by the limit of that kind: '15 working days'
 *   {KIND since}    and from when: '15 working days, counted from ‘Section 47 enquiry started’'
 *   {invited} {invited_unborn} {supporters} {early} {lasts}
 * False, and nothing written, when the profile doesn't say what a hole asks for: the line then says nothing and is left out. */
bool guidance_filled(Arena *arena, const struct profile *profile, Date day, Text line, Text *ret_words);

#endif
