#include "pages/about/about.h"
#include "pages/about/about_html.h"
#include "rules/roles.h"

static Text rights_words(Arena *arena, Rights rights)
{
    Out out = out_new(arena);
    for (int i = 1; i < PERMISSION_COUNT; i++)
        if (rights_have(rights, (enum permission)i))
            about_list(&out, permission_words((enum permission)i));
    return out_all(&out);
}

static void add_children(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Role|Standing|May|Source", RIGHTS_COUNT);
    for (size_t i = 0; i < RIGHTS_COUNT; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(role_words(RIGHTS[i].role)));
        sheet_put(&sheet, text_of(standing_words(RIGHTS[i].standing)));
        sheet_put(&sheet, rights_words(arena, RIGHTS[i].rights));
        sheet_put(&sheet, text_of(RIGHTS[i].source));
    }
    about_add(page, "roles", "Who may do what to a child's record", "A person, a team or an agency holds a role for a child from a moment until another. Standing says how a person stands for that holder. Who has declared that they are "
              "a relative or neighbour sees nothing of the child; of a restricted child only those who are named see anything.", sheet);
}

static void add_duties(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Account|May|Source", DUTY_RIGHTS_COUNT);
    for (size_t i = 0; i < DUTY_RIGHTS_COUNT; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(duty_words(DUTY_RIGHTS[i].duty)))->more = text_of(duty_meaning(DUTY_RIGHTS[i].duty));
        sheet_put(&sheet, rights_words(arena, DUTY_RIGHTS[i].rights));
        sheet_put(&sheet, text_of(DUTY_RIGHTS[i].source));
    }
    about_add(page, "duties", "Who may do what by what an account is for", "These don't depend on a child, and none of them opens a child's record.", sheet);
}

static void add_permissions(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Permission|Name in the code", PERMISSION_COUNT);
    for (int i = 1; i < PERMISSION_COUNT; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(permission_words((enum permission)i)));
        sheet_put(&sheet, text_of(permission_name((enum permission)i)));
    }
    about_add(page, "permissions", "Every permission", "", sheet);
}

void about_add_rights(Arena *arena, struct about_page *page)
{
    add_children(arena, page);
    add_duties(arena, page);
}

Err about_roles_page(struct request *request, struct response *response)
{
    struct about_page page;
    TRY(about_begin(request, ABOUT_ROLES, &page));
    about_add_rights(request->arena, &page);
    add_permissions(request->arena, &page);
    about_html(&response->body, &page);
    return ok();
}
