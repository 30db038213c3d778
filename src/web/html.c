#include "web/html.h"

/* What stands for a byte that HTML reads as its own. &#34; and &#39; rather than names: shorter, and older than &apos;. */
static const Text ESCAPED[256] = {
    ['&'] = {"&amp;", 5}, ['<'] = {"&lt;", 4}, ['>'] = {"&gt;", 4}, ['"'] = {"&#34;", 5}, ['\''] = {"&#39;", 5},
};

void html_escape(Out *out, Text text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.len; i++) {
        const Text *escaped = &ESCAPED[(unsigned char)text.at[i]];
        if (escaped->len == 0)
            continue;
        out_text(out, (Text){text.at + start, i - start});
        out_text(out, *escaped);
        start = i + 1;
    }
    if (start < text.len)
        out_text(out, (Text){text.at + start, text.len - start});
}

void html_put_html(Out *out, Html html) { out_text(out, html.text); }
/* An address is escaped too: '&' between two questions. */
void html_put_url(Out *out, Url url) { html_escape(out, url.text); }
void html_put_int(Out *out, int64_t number) { out_int(out, number); }
