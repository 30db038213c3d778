/* What the program says about itself: its rules, rights, addresses and running configuration, printed from the tables it runs by
 * (house rule 16). No page of these shows a person. */
#ifndef PAGES_ABOUT_ABOUT_H
#define PAGES_ABOUT_ABOUT_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/request.h"
#include "web/response.h"

struct about_section {
    Text id, heading, intro;
    struct sheet sheet;
    Text below_heading; /* empty: no second table */
    struct sheet below;
};

struct about_sections {
    struct about_section *at;
    size_t count;
};

struct about_page {
    struct frame frame;
    Text title, intro;
    struct frame_links pages; /* the other tables */
    struct about_sections sections;
    bool has_contents; /* a long page: its sections are listed at the top */
};

enum about_which { ABOUT_RULES, ABOUT_ROLES, ABOUT_PAGES, ABOUT_SECURITY, ABOUT_COUNT };
enum { ABOUT_SECTIONS = 80 /* of one page at most */ };

/* Fills frame, title and the links; room for ABOUT_SECTIONS sections. */
Err about_begin(struct request *request, enum about_which which, struct about_page *ret_page);
/* Adds a section; its caption is its heading, said to those who hear the page. */
void about_add(struct about_page *page, const char *id, const char *heading, const char *intro, struct sheet sheet);
/* Gives the section added last a second table, under a heading of its own. */
void about_add_below(struct about_page *page, const char *heading, struct sheet sheet);
/* Who may do what, by role and by what an account is for: two sections. */
void about_add_rights(Arena *arena, struct about_page *page);
/* Words with ', ' between; the first begins. */
void about_list(Out *out, const char *words);

/* GET /about/rules: time limits and practice of every profile, gates, moves, rights, lists of choices, holidays, each row with its source. */
Err about_rules_page(struct request *request, struct response *response);
/* GET /about/roles: who may do what, and why. */
Err about_roles_page(struct request *request, struct response *response);
/* GET /about/pages: every address, and every act. */
Err about_pages_page(struct request *request, struct response *response);
/* GET /about/security: what is right and wrong about how this Hearth runs now, and how to mend it. */
Err about_security_page(struct request *request, struct response *response);

#endif
