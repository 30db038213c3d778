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
};

enum about_which { ABOUT_RULES, ABOUT_ROLES, ABOUT_PAGES, ABOUT_SECURITY, ABOUT_COUNT };
enum { ABOUT_SECTIONS = 12 /* of one page at most */ };

/* Fills frame, title and the links; room for ABOUT_SECTIONS sections. */
Err about_begin(struct request *request, enum about_which which, struct about_page *ret_page);
/* Adds a section; its caption is its heading, said to those who hear the page. */
void about_add(struct about_page *page, const char *id, const char *heading, const char *intro, struct sheet sheet);
/* Words with ', ' between; the first begins. */
void about_list(Out *out, const char *words);

/* GET /about/rules: time limits of every profile, gates, moves, lists of choices, holidays, each row with its source. */
Err about_rules_page(struct request *request, struct response *response);
/* GET /about/roles: who may do what, and why. */
Err about_roles_page(struct request *request, struct response *response);
/* GET /about/pages: every address, and every act. */
Err about_pages_page(struct request *request, struct response *response);
/* GET /about/security: what is right and wrong about how this Hearth runs now, and how to mend it. */
Err about_security_page(struct request *request, struct response *response);

#endif
