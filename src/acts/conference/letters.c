#include "acts/conference/letters.h"

#include "store/people/protected.h"

static bool is_excluded(const struct letter_readers *row)
{
    return row->exclusion == EXCLUSION_EXTENT_PART || row->exclusion == EXCLUSION_EXTENT_WHOLE;
}

static bool owed(EntryNumber last, EntryNumber since) { return last.n == 0 || last.n < since.n; }

/* NONE: this reader has been told what holds, or nothing holds. */
static enum letter_kind kind_owed(const struct letter_meeting *meeting, const struct letter_readers *row)
{
    bool met = meeting->state == CONFERENCE_STATE_OPEN || meeting->state == CONFERENCE_STATE_DECIDED || meeting->state == CONFERENCE_STATE_CLOSED;
    if (met || !row->told || meeting->booked.n == 0)
        return LETTER_KIND_NONE;
    if (row->exclusion == EXCLUSION_EXTENT_WHOLE)
        return owed(row->last_exclusion, meeting->booked) ? LETTER_KIND_EXCLUSION : LETTER_KIND_NONE;
    if (row->invited != YES_NO_UNKNOWN_YES)
        return LETTER_KIND_NONE;
    if (at_never_met(meeting->state)) /* who never got an invitation has nothing to be told off */
        return owed(row->last_off, meeting->ended) ? LETTER_KIND_CALLED_OFF : LETTER_KIND_NONE;
    EntryNumber told = is_excluded(row) ? row->last_exclusion : row->last_invitation, last = told.n > row->last_moved.n ? told : row->last_moved;
    if (!owed(told, meeting->booked)) /* an invitation that was made after the move says the new day already */
        return row->again.n != 0 && owed(last, row->again) ? LETTER_KIND_MOVED : LETTER_KIND_NONE;
    if (is_excluded(row))
        return LETTER_KIND_EXCLUSION;
    return meeting->kind == CONFERENCE_KIND_REVIEW ? LETTER_KIND_REVIEW_INVITATION : LETTER_KIND_INVITATION;
}

static Text name_of(Arena *arena, const struct letter_readers *row)
{
    Text name = text_trim(text_format(arena, "%.*s %.*s", TEXT_ARGS(row->given), TEXT_ARGS(row->family_name)));
    return text_is_empty(name) ? row->name : name;
}

/* SA-03: post only when it was said to be safe. */
static enum sharing_how way_of(const struct letter_readers *row)
{
    Text ways = text_is_empty(row->ways) ? row->child_ways : row->ways;
    return code_set_has(&SAFE_WAY_LIST, ways, SAFE_WAY_POST) && !text_is_empty(row->lines) ? SHARING_HOW_POST : SHARING_HOW_BY_HAND;
}

Err letters_due_of(Read *read, ConferenceId conference, struct letters_due *ret_due)
{
    struct letter_readers_rows *rows = ARENA_NEW(read->arena, struct letter_readers_rows);
    struct letters_due due = {0};
    TRY(letter_meeting(read, conference, &due.meeting));
    TRY(letter_readers(read, conference, rows));
    due.stopped = due.meeting.stopped;
    due.at = ARENA_MANY(read->arena, rows->count, struct letter_due);
    for (size_t i = 0; i < rows->count && !due.stopped && due.count < LETTERS_MOST; i++) {
        enum letter_kind kind = kind_owed(&due.meeting, &rows->at[i]);
        if (kind != LETTER_KIND_NONE && !rows->at[i].lost)
            due.at[due.count++] = (struct letter_due){&rows->at[i], name_of(read->arena, &rows->at[i]), kind, way_of(&rows->at[i])};
    }
    *ret_due = due;
    return ok();
}

/* ---- the words ---- */

/* One letter while it is written. */
struct writing {
    Out out;
    Arena *arena;
    const struct letter_meeting *meeting;
    const struct letter_readers *reader;
    const struct profile *profile;
    Text children; /* 'Maja and Leon', for parents, carers and relatives; else empty */
    bool place_is_open;
};

static void heading(struct writing *to, const char *words)
{
    out_string(&to->out, "\n\n# ");
    out_string(&to->out, words);
}

static void say(struct writing *to, Text words)
{
    out_string(&to->out, "\n\n");
    out_text(&to->out, words);
}

static bool is_of_the_family(const struct letter_readers *row)
{
    return row->is_as == INVITED_AS_PARENT || row->is_as == INVITED_AS_CARER || row->is_as == INVITED_AS_RELATIVE;
}

static Err find_children(Read *read, struct writing *to)
{
    struct letter_children_rows rows;
    Out out = out_new(to->arena);
    if (!is_of_the_family(to->reader))
        return ok();
    TRY(letter_children(read, to->reader->invitation, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        out_string(&out, i == 0 ? "" : i + 1 == rows.count ? " and " : ", ");
        out_text(&out, rows.at[i].unborn || text_is_empty(rows.at[i].given) ? T("your baby") : rows.at[i].given);
    }
    to->children = out_all(&out);
    return ok();
}

static Text about(const struct writing *to) { return text_is_empty(to->children) ? TEXT_NONE : text_join(to->arena, T(" about "), to->children); }

/* When and where, for who comes. The family is asked to come early (SA-13). */
static void say_when(struct writing *to)
{
    Arena *arena = to->arena;
    int early = profile_number(to->profile, PRACTICE_KIND_EARLY), minutes = instant_london_minutes(to->meeting->starts);
    bool meets_chair = to->reader->is_as == INVITED_AS_PARENT || to->reader->is_as == INVITED_AS_CARER || to->reader->is_as == INVITED_AS_CHILD;
    heading(to, "When and where");
    say(to, text_format(arena, "%.*s at %.*s.", TEXT_ARGS(date_full(arena, to->meeting->held_on)), TEXT_ARGS(minutes_words(arena, minutes))));
    if (meets_chair && early > 0 && early <= minutes)
        say(to, text_format(arena, "Please be there at %.*s. This is %d minutes early. The person who runs the meeting sees you first. They tell you what will happen.",
                            TEXT_ARGS(minutes_words(arena, minutes - early)), early));
    if (to->place_is_open && !text_is_empty(to->meeting->place))
        say(to, text_format(arena, "%.*s%s%.*s", TEXT_ARGS(to->meeting->place), text_is_empty(to->meeting->room) ? "" : ", ", TEXT_ARGS(to->meeting->room)));
    else
        say(to, T("We will tell you where it is."));
}

static void say_whom_to_ask(struct writing *to)
{
    const struct letter_meeting *meeting = to->meeting;
    heading(to, "Whom to ask");
    say(to, text_format(to->arena, "%.*s: %.*s.", TEXT_ARGS(meeting->ring_name), TEXT_ARGS(meeting->ring_telephone)));
    heading(to, "Another way to read this");
    say(to, text_format(to->arena, "You can have this in another language, in large print, in Braille, as sound or by email. Ask %.*s%s%.*s, %.*s.", TEXT_ARGS(meeting->office),
                        text_is_empty(meeting->office_email) ? "" : ", ", TEXT_ARGS(meeting->office_email), TEXT_ARGS(meeting->office_telephone)));
}

/* SC-11, SC-10, SD-08, SD-07: what a parent must know before they come. */
static void say_what_it_is(struct writing *to)
{
    bool parent = to->reader->is_as == INVITED_AS_PARENT || to->reader->is_as == INVITED_AS_CARER;
    heading(to, "What the meeting can do");
    say(to, T("People who know the family say what they think. You can say what you think, and ask."));
    say(to, T("The meeting says what should happen. It cannot take a child away. It can only ask for a court to look at it. Then the court hears everybody."));
    say(to, profile_set(to->profile, PRACTICE_KIND_AUDIO) != 0 ? T("We ask you first if the sound may be recorded. You can say no.") : T("The sound is not recorded."));
    if (!parent)
        return;
    heading(to, "Somebody to come with you");
    say(to, T("You can bring somebody. They listen, and they hear what is said about you. Tell us their name and address before."));
    heading(to, "If you have young children");
    say(to, text_format(to->arena, "There is nobody at the building to look after young children. Do you need help with that? Ask %.*s: %.*s.",
                        TEXT_ARGS(to->meeting->ring_name), TEXT_ARGS(to->meeting->ring_telephone)));
}

static void write_invitation(struct writing *to, bool review)
{
    heading(to, "Please come to a meeting");
    if (is_of_the_family(to->reader))
        say(to, review ? text_format(to->arena, "We meet again%.*s. We look at what has changed, and what is still to do.", TEXT_ARGS(about(to)))
                       : text_format(to->arena, "We want to talk with you%.*s. We plan together what must change, so that every child is safe.", TEXT_ARGS(about(to))));
    else
        say(to, T("You are asked to come."));
    say_when(to);
    say_what_it_is(to);
}

/* SC-03: why, how they are heard, whom to ask, how to complain. Who is kept away from all of it is not told the day: others are there who must be safe. */
static void write_exclusion(struct writing *to)
{
    bool whole = to->reader->exclusion == EXCLUSION_EXTENT_WHOLE;
    heading(to, "About a meeting");
    say(to, whole ? text_format(to->arena, "There is a meeting%.*s. The person who runs it has decided that you do not come.", TEXT_ARGS(about(to)))
                  : text_format(to->arena, "There is a meeting%.*s. The person who runs it has decided that you come to a part of it.", TEXT_ARGS(about(to))));
    heading(to, "Why");
    say(to, to->reader->exclusion_why);
    heading(to, "How you are heard");
    say(to, to->reader->other_way);
    if (!whole)
        say_when(to);
    heading(to, "If you do not agree");
    say(to, text_format(to->arena, "Say so. You can ask for the reason again. You can make a complaint to %.*s: %.*s. You get an answer.", TEXT_ARGS(to->meeting->council),
                        TEXT_ARGS(to->meeting->council_telephone)));
}

static void write_moved(struct writing *to)
{
    heading(to, "The meeting has moved");
    say(to, text_format(to->arena, "The meeting%.*s is at another time or place. What we wrote before is no longer right.", TEXT_ARGS(about(to))));
    say_when(to);
}

static void write_called_off(struct writing *to)
{
    heading(to, "The meeting is not held");
    if (to->meeting->state == CONFERENCE_STATE_STOOD_DOWN)
        say(to, text_format(to->arena, "The meeting on %.*s is not held. You do not need to come.", TEXT_ARGS(date_full(to->arena, to->meeting->held_on))));
    else
        say(to, text_format(to->arena, "The meeting on %.*s did not come to its end. We meet again.", TEXT_ARGS(date_full(to->arena, to->meeting->held_on))));
    say(to, T("We write to you if there is a new day."));
}

static void write_letter(struct writing *to, enum letter_kind kind)
{
    switch (kind) {
    case LETTER_KIND_INVITATION: write_invitation(to, false); return;
    case LETTER_KIND_REVIEW_INVITATION: write_invitation(to, true); return;
    case LETTER_KIND_EXCLUSION: write_exclusion(to); return;
    case LETTER_KIND_MOVED: write_moved(to); return;
    case LETTER_KIND_CALLED_OFF: write_called_off(to); return;
    case LETTER_KIND_NONE:
    case LETTER_KIND_COUNT: break;
    }
}

/* Lines of an address as people typed them: between commas or ends of lines. */
static void out_lines(Out *out, Text lines)
{
    while (!text_is_empty(lines)) {
        Text line = text_cut(&lines, '\n');
        while (!text_is_empty(line)) {
            Text piece = text_trim(text_cut(&line, ','));
            if (!text_is_empty(piece)) {
                out_char(out, '\n');
                out_text(out, piece);
            }
        }
    }
}

Err letter_words(Read *read, const struct letters_due *due, const struct letter_due *letter, const struct practice *practice, Text *ret_words)
{
    struct writing to = {.out = out_new(read->arena), .arena = read->arena, .meeting = &due->meeting, .reader = letter->reader,
                         .profile = practice_on(practice, read->today)};
    struct protected_words secret;
    TRY(protected_of_family(read, due->meeting.family, &secret));
    to.place_is_open = !protected_stands_in(&secret, due->meeting.place) && !protected_stands_in(&secret, due->meeting.room);
    TRY(find_children(read, &to));
    out_text(&to.out, letter->name);
    if (letter->how == SHARING_HOW_POST) {
        out_lines(&to.out, letter->reader->lines);
        out_lines(&to.out, letter->reader->postcode);
    }
    write_letter(&to, letter->kind);
    say_whom_to_ask(&to);
    *ret_words = out_all(&to.out);
    return ok();
}
