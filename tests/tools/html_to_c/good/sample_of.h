/* The sample's words: each would break a page that forgets to escape. Included by the small programs only. */
#define WEB_MAKES_URLS
#include "pages/samples.h"

#include <stdio.h>

#include "pages/parts/bold_html.h"

static struct sample sample_of(Arena *arena)
{
    static const Text wishes[] = {{"a dog", 5}, {"<quiet>", 7}};
    static struct sample_child children[2];
    children[0] = (struct sample_child){.name = T("Ada \"A\" O'Kafor"), .age = 9, .seen = true, .address = url_made(T("/child/1?a=1&b=2")),
        .wishes = {wishes, 2}};
    children[1] = (struct sample_child){.name = T("<script>alert(1)</script>"), .age = 1, .address = url_made(T("/child/2"))};
    Text bold = T("so & so");
    return (struct sample){
        .frame = {.title = T("Frame </title>")},
        .title = T("Tom & <i>Jerry</i>"),
        .phone = T("01632 960123"),
        .field = T("held-on\" onfocus=\"x"),
        .made = bold_html_made(arena, &bold),
        .home = url_made(T("/")),
        .count = -3,
        .children = {children, 2},
    };
}

#define SAMPLE_MAIN(render)                                                                                            \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        Arena *arena = arena_new(0);                                                                                   \
        Out out = out_new(arena);                                                                                      \
        struct sample sample = sample_of(arena);                                                                       \
        render(&out, &sample);                                                                                         \
        if (out.len > 0)                                                                                               \
            fwrite(out.at, 1, out.len, stdout);                                                                        \
        arena_free(arena);                                                                                             \
        return 0;                                                                                                      \
    }
