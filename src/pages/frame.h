/* What stands around every page: filled once a request (the same for each page of a person), never by a page alone. */
#ifndef PAGES_FRAME_H
#define PAGES_FRAME_H

#include "acts/form_view.h"
#include "web/html.h"
#include "web/request.h"

/* One entry of a navigation. */
struct frame_link {
    Text words;
    Url address;
    bool current; /* this page, or the part of the work it belongs to */
};

struct frame_links {
    const struct frame_link *at;
    size_t count;
};

/* A note above the page: something was done, or the person acts in an unusual way (break glass, cover). */
struct frame_banner {
    Text title; /* "Recorded", "Important"; empty: no banner */
    Text words;
    Text link_words; /* empty: no link */
    Url link;
    bool success;
};

/* Staff pages: {{> layout frame}} … {{/layout}}. */
struct frame {
    Text title;     /* of the page, without 'Hearth' and the authority */
    Text authority; /* "Marlow Vale Council" */
    Text person;    /* "Ngozi Farrell, social worker"; empty: nobody is signed in, and header and search say so */
    struct frame_links nav;
    Url home;
    Url search;     /* where the search is posted to; URL_NONE: this person doesn't search */
    Url sign_out;
    Text csrf;
    struct frame_banner banner;
    bool has_problems; /* the title begins with 'Error: ' */
    bool full_width;   /* the page brings its own .wrap (the family's header band does) */
    Text help_phone;   /* as people write it: "01632 960100"; empty: not said */
    Text front_door, urgent_telephone; /* the authority's numbers for a worry about a child, by day and at any hour; empty: not set up, or nobody is signed in */
    Url accessibility;
    Url about;      /* what the program says about itself; URL_NONE: nobody is signed in */
    bool looks_recorded; /* the page shows a person's record: the footer says that looks are recorded */
};

struct request;
/* The family's page for a reader who may open it; my work for one who may not (a partner, a parent). */
Err frame_family(struct request *request, FamilyId family, Url *ret_url);
/* The conference's page; for a partner, whose part is its papers, those. */
Url frame_conference(struct request *request, ConferenceId conference);

/* One language the family's pages are offered in. */
struct frame_language {
    Text code; /* "ar" */
    Text dir;  /* "rtl" or "ltr" */
    Text words; /* the language's own name */
    Url address;
};

struct frame_languages {
    const struct frame_language *at;
    size_t count;
};

/* Family pages: {{> layout_family frame}} … {{/layout_family}}. Every word is in the person's language. */
struct frame_family {
    Text title;
    Text language; /* "en-GB" */
    Text dir;      /* "ltr" or "rtl" */
    Text skip_words, exit_words, nav_label;
    Url exit;      /* ends the session and leads to an ordinary page; hearth.js also follows it when Shift is pressed three times */
    struct frame_links nav; /* empty before signing in */
    bool two_columns;
    bool draft_translation; /* not yet reviewed by a translator: draft_title and draft_words are shown, and English offered */
    Text draft_title, draft_words;
    Text english_words; /* "Read it in English" */
    Url english;
    struct frame_links footer;
    struct frame_languages languages;
    Text danger_words;  /* "In danger now?" */
    Text danger_call;   /* "Call 999" */
    Text run_by;        /* "Hearth is run by Marlow Vale Council. …" */
};

/* The parts of the work, as they stand in the navigation. */
enum frame_part { FRAME_NOWHERE, FRAME_WORK, FRAME_FAMILIES, FRAME_CONFERENCES, FRAME_TEAM, FRAME_REPORTS, FRAME_LOOKS, FRAME_SERVICE, FRAME_CHECK, FRAME_CHILDREN, FRAME_LEGAL, FRAME_RETURN,
                  FRAME_AGENCIES, FRAME_HOLIDAYS, FRAME_LIMITS, FRAME_DIARY };

/* Fills the frame of a staff page for who is signed in: name and job, the navigation of their duty with `part` as the current one, and the
 * banner of what they have just recorded (frame_recorded). has_problems, full_width and looks_recorded are the page's own to set. */
Err frame_of(struct request *request, Text title, enum frame_part part, struct frame *ret_frame);
/* The navigation of whoever is signed in, and their first page, for a page that reads nothing from the store. */
void frame_bare(struct request *request, struct frame *frame);
/* A path that says, when it is opened by the same person, that this entry was recorded. */
Text frame_recorded(Arena *arena, Text path, EntryNumber number);

/* What is wrong with what was typed: {{> problems problems}} above the page's title. Shown when there is a line. */
struct frame_problems {
    Text title; /* "There is a problem", in the person's language */
    struct problem_views lines;
};

#endif
