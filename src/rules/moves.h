/* Where a child's episode can go from where it is: the only moves there are. A move that isn't in the table is refused, with the moves
 * that are open. A child on a plan stays on it through a strategy discussion and an enquiry: their review is brought forward, and no
 * second initial conference is called. */
#ifndef RULES_MOVES_H
#define RULES_MOVES_H

#include "rules/codes.h"

struct move_row {
    uint64_t from; /* stages, bits 1 << enum stage; bit STAGE_NONE: a child without an episode */
    enum move move;
    enum stage to; /* STAGE_NONE: the stage stays as it is */
    const char *source;
};
/* In the order of enum move. A move with several rows leads from different stages to different ones: no stage stands in two of them. */
extern const struct move_row MOVES[];
extern const size_t MOVE_ROW_COUNT;

/* True when the move is open from the stage; then ret_to is where it leads (`from` itself when the stage stays). */
bool move_check(enum stage from, enum move move, enum stage *ret_to);
/* The moves open from a stage, in the table's order, and how many. ret_open has room for MOVE_COUNT. */
size_t moves_open(enum stage from, enum move *ret_open);
/* The refusal, in the arena: "Call an initial conference: not possible at this stage, Contact. What can be done now: …". Births and
 * deaths are open nearly always, and not among them. */
Text move_refusal(Arena *arena, enum stage from, enum move move);

#endif
