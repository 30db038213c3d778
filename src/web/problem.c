#include "web/problem.h"

static const struct problem_words WORDS[] = {
    {400, "We could not read that request", "The address or the form was not complete. Go back and try again.", {0}},
    {403, "You cannot see or do this", "Your account does not have access. If you need it for your work, ask your manager. Asking was recorded.", {0}},
    {404, "Page not found", "If you typed the address, check it. The page may also be one you do not have access to.", {0}},
    {405, "That cannot be done at this address", "Go back and use the buttons of the page.", {0}},
    {409, "This cannot be done now", "Someone changed it first, or something must happen before. Go back, look at the page again and try once more. What you typed is kept.", {0}},
    {411, "We could not read that request", "The request did not say how long it is. Go back and try again.", {0}},
    {413, "That is too much at once", "Nothing was saved. Go back, make the text shorter or the file smaller, and send it again.", {0}},
    {415, "We could not read that request", "This page expects a form. Go back and try again.", {0}},
    {422, "Check what you typed", "Something in the form needs to be changed before it can be saved. What you typed is kept. Go back to change it.", {0}},
    {429, "Too many tries", "Wait a few minutes and try again.", {0}},
    {500, "Sorry, something went wrong", "Nothing was half saved: it was either saved wholly or not at all. Try again in a moment. If it happens again, tell the people who look after this service the reference.", {0}},
    {503, "Busy at the moment", "Nothing was saved. Wait a minute and send it again.", {0}},
};

struct problem_words problem_words(int status, Text reference)
{
    size_t count = sizeof WORDS / sizeof WORDS[0];
    struct problem_words words = WORDS[0];
    for (size_t i = 0; i < count; i++)
        if (WORDS[i].status == 500 || WORDS[i].status == status) {
            words = WORDS[i];
            if (words.status == status)
                break;
        }
    if (status >= 500)
        words.reference = reference;
    return words;
}

void problem_plain(Out *out, const struct problem_words *words)
{
    out_string(out, words->title);
    out_string(out, ".\n");
    out_string(out, words->says);
    out_char(out, '\n');
    if (!text_is_empty(words->reference)) {
        out_string(out, "Reference: ");
        out_text(out, words->reference);
        out_char(out, '\n');
    }
}
