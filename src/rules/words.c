#include "rules/words.h"

#include "base/applying.h"

enum { GAP_MOST = 3 /* words a `*` passes over */, BEFORE_MOST = 6, NEAR_MOST = 2 /* words before a phrase that can turn it round */ };

static const char SEPARATION[] = "SB-23: services generally can't end a couple's relationship";
static const char COURT[] = "SC-11: a court orders a move, only after evidence and everyone's views";
static const char NO_GROUND[] = "SE-18: not being at risk of harm is no ground to refuse support after a plan";
static const char CLEAR[] = "SA-18, SE-05: everyone knows what they do and by when";

#define RELATION "relationship|relationships|marriage"
#define CHILDREN "child|children|baby|babies|son|daughter|boy|girl|boys|girls|him|her|them"

const struct words_row WORDS_ROWS[] = {
    {WORDS_PROMISE_SEPARATION, "end|ends|ending|ended|stop|stops|stopping|break|finish|finishes * " RELATION, SEPARATION},
    {WORDS_PROMISE_SEPARATION, RELATION " will|must|shall|should|has|to * end|stop|finish|over", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "split|splits|separating * couple|parents|partners", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "make|makes|ensure|ensures|get|gets * separate|separates|separated", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "will|must|shall * separate from|leave him|leave her|leave the|be separated", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "will|must|shall leave * partner|husband|wife|boyfriend|girlfriend|him|her", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "keep|keeps * couple|parents|partners apart", SEPARATION},
    {WORDS_PROMISE_SEPARATION, "will|must|shall * no longer be a couple|together", SEPARATION},
    {WORDS_PROMISE_COURT, "will|shall|must|going * remove|removed|lose|adopt|adopted * " CHILDREN, COURT},
    {WORDS_PROMISE_COURT, CHILDREN " will|shall|must|going * removed|taken|adopted|fostered|go * care|away|home|adopted|removed|taken", COURT},
    {WORDS_PROMISE_COURT, "will|shall|must|going * be removed|taken|adopted|fostered", COURT},
    {WORDS_PROMISE_COURT, "will|shall|must|going * into care", COURT},
    {WORDS_PROMISE_COURT, "will|shall|must * placed * care|carers|adoption", COURT},
    {WORDS_PROMISE_COURT, "the court will|shall|must", COURT},
    {WORDS_PROMISE_COURT, "will|shall get|obtain * order", COURT},
    {WORDS_VAGUE, "engage|engages|engaging with", CLEAR},
    {WORDS_VAGUE, "engage|engages fully|well|in", CLEAR},
    {WORDS_VAGUE, "ongoing", CLEAR},
    {WORDS_VAGUE, "as|where|when appropriate|necessary|required|needed", CLEAR},
    {WORDS_VAGUE, "in due course", CLEAR},
    {WORDS_VAGUE, "asap", CLEAR},
    {WORDS_VAGUE, "work|cooperate|co-operate openly|honestly|positively with", CLEAR},
    {WORDS_VAGUE, "improve|address|monitor * parenting|issues|concerns|situation", CLEAR},
    {WORDS_REFUSE_NO_RISK, "not|no|longer|without * risk|harm", NO_GROUND},
    {WORDS_REFUSE_NO_RISK, "threshold", NO_GROUND},
};
const size_t WORDS_ROW_COUNT = sizeof WORDS_ROWS / sizeof WORDS_ROWS[0];

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }
/* Bytes past ASCII belong to words: a typographic apostrophe stands inside one. */
static bool of_word(char c)
{
    char low = lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' || (unsigned char)c >= 0x80;
}
static bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ';' || c == '\n'; }

/* Cuts the next word of a sentence; empty when there is none. */
static Text next_word(Text *rest)
{
    size_t from = 0, to;
    while (from < rest->len && !of_word(rest->at[from]))
        from++;
    for (to = from; to < rest->len && of_word(rest->at[to]); to++)
        continue;
    Text word = {rest->at + from, to - from};
    *rest = (Text){rest->at + to, rest->len - to};
    return word;
}

static bool same_word(Text word, Text pattern)
{
    if (word.len != pattern.len)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (lower(word.at[i]) != pattern.at[i])
            return false;
    return true;
}

static bool one_of(Text word, Text alternatives)
{
    while (alternatives.len > 0)
        if (same_word(word, text_cut(&alternatives, '|')))
            return true;
    return false;
}

/* Whether the sentence goes on with this pattern. */
static bool goes_on(Text rest, Text pattern)
{
    if (pattern.len == 0)
        return true;
    Text part = text_cut(&pattern, ' ');
    if (!text_equal(part, T("*"))) {
        Text word = next_word(&rest);
        return word.len > 0 && one_of(word, part) && goes_on(rest, pattern);
    }
    for (int gap = 0; gap <= GAP_MOST; gap++) {
        if (goes_on(rest, pattern))
            return true;
        if (next_word(&rest).len == 0)
            return false;
    }
    return false;
}

/* 'Services cannot', 'nobody can', 'only a court can', 'we apply to the court': what follows is no promise. */
static bool turned_round(const Text *before, size_t count)
{
    const Text NEAR = T("not|cannot|can't|can’t|won't|won’t|never|nobody|no|may|might|could|doesn't|doesn’t|without");
    const Text FAR = T("only|court|courts|ask|asks|apply|whether");
    for (size_t i = 0; i < count; i++)
        if (one_of(before[i], FAR) || (i + NEAR_MOST >= count && one_of(before[i], NEAR)))
            return true;
    return false;
}

static bool in_sentence(Text sentence, const struct words_row *row)
{
    Text before[BEFORE_MOST] = {TEXT_NONE};
    size_t count = 0;
    Text rest = sentence;
    for (;;) {
        if (goes_on(rest, text_of(row->phrase)) && (row->remark >= WORDS_VAGUE || !turned_round(before, count)))
            return true;
        Text word = next_word(&rest);
        if (word.len == 0)
            return false;
        if (count == BEFORE_MOST) {
            for (size_t i = 1; i < BEFORE_MOST; i++)
                before[i - 1] = before[i];
            count--;
        }
        before[count++] = word;
    }
}

bool words_have(Text words, enum words_remark remark)
{
    not_while_applying("the words of a plan");
    for (size_t from = 0; from < words.len;) {
        size_t to = from;
        while (to < words.len && !ends_sentence(words.at[to]))
            to++;
        Text sentence = {words.at + from, to - from};
        for (size_t i = 0; i < WORDS_ROW_COUNT; i++)
            if (WORDS_ROWS[i].remark == remark && in_sentence(sentence, &WORDS_ROWS[i]))
                return true;
        from = to + 1;
    }
    return false;
}

const char *words_remark_says(enum words_remark remark)
{
    switch (remark) {
    case WORDS_PROMISE_SEPARATION:
        return "Services generally cannot end a couple's relationship. Say what the person or service does instead.";
    case WORDS_PROMISE_COURT:
        return "Only a court can decide this, after hearing everyone. Say what we will do, such as take legal advice or apply to the court.";
    case WORDS_VAGUE:
        return "Say it so that everyone can tell whether it was done: who does what, where, how often.";
    case WORDS_REFUSE_NO_RISK:
        return "That a child is not at risk of harm is no ground to refuse support. Say what the family has instead.";
    case WORDS_FINE:
    case WORDS_REMARK_COUNT: break;
    }
    return "";
}
