#include "jobs/message.h"

#include <sodium.h>
#include <string.h>

#include "base/out.h"
#include "base/random.h"

enum { NUMBER_BYTES = 16, LINE_OF_BASE64 = 76, DAY_SECONDS = 24 * 60 * 60 };

static const char *const WEEKDAYS[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const MONTHS[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* 'Fri, 20 Mar 2026 09:46:40 +0000' */
static void out_day(Out *out, Instant now)
{
    Date day = {(int32_t)(now.us / DAY_US)};
    int64_t second = now.us / SECOND_US % DAY_SECONDS;
    int year, month, number;
    date_parts(day, &year, &month, &number);
    out_text(out, text_format(out->arena, "%s, %d %s %d ", WEEKDAYS[date_weekday(day)], number, MONTHS[month - 1], year));
    out_digits(out, second / 3600, 2);
    out_char(out, ':');
    out_digits(out, second / 60 % 60, 2);
    out_char(out, ':');
    out_digits(out, second % 60, 2);
    out_string(out, " +0000");
}

static Text random_number(Arena *arena)
{
    unsigned char bytes[NUMBER_BYTES];
    Out out = out_new(arena);
    random_bytes(bytes, sizeof bytes);
    out_hex(&out, bytes, sizeof bytes);
    return out_all(&out);
}

/* Words that people chose go into a head as RFC 2047 wants them: what is not plain ASCII, or could end the line, would not be mail. */
static void out_head_words(Out *out, Text words, const char *quote)
{
    bool plain = true;
    for (size_t i = 0; i < words.len; i++)
        plain &= words.at[i] >= ' ' && words.at[i] <= '~' && words.at[i] != '"' && words.at[i] != '\\';
    if (plain) {
        out_string(out, quote);
        out_text(out, words);
        out_string(out, quote);
        return;
    }
    char *coded = arena_take(out->arena, sodium_base64_ENCODED_LEN(words.len, sodium_base64_VARIANT_ORIGINAL));
    sodium_bin2base64(coded, sodium_base64_ENCODED_LEN(words.len, sodium_base64_VARIANT_ORIGINAL), (const unsigned char *)words.at, words.len,
                      sodium_base64_VARIANT_ORIGINAL);
    out_text(out, text_format(out->arena, "=?UTF-8?B?%s?=", coded));
}

static void out_base64(Out *out, Text bytes)
{
    size_t room = sodium_base64_ENCODED_LEN(bytes.len, sodium_base64_VARIANT_ORIGINAL);
    char *coded = arena_take(out->arena, room);
    sodium_bin2base64(coded, room, (const unsigned char *)bytes.at, bytes.len, sodium_base64_VARIANT_ORIGINAL);
    for (Text rest = text_of(coded); rest.len > 0;) {
        size_t some = rest.len < LINE_OF_BASE64 ? rest.len : LINE_OF_BASE64;
        out_text(out, (Text){rest.at, some});
        out_string(out, "\r\n");
        rest = (Text){rest.at + some, rest.len - some};
    }
}

static void out_words(Out *out, const struct message *message)
{
    out_string(out, "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
    out_text(out, text_format(out->arena, "There is a message for you in %.*s. Sign in to read it.\r\n\r\n%.*s\r\n\r\n", TEXT_ARGS(message->service), TEXT_ARGS(message->address)));
    out_string(out, "Nobody reads answers to this email.\r\n");
}

Text message_write(Arena *arena, const struct message *message)
{
    Out out = out_new(arena);
    Text host = message->from, mark = random_number(arena);
    (void)text_cut(&host, '@');
    out_string(&out, "Date: ");
    out_day(&out, message->now);
    out_string(&out, "\r\nFrom: ");
    out_head_words(&out, message->service, "\"");
    out_text(&out, text_format(arena, " <%.*s>\r\nTo: <%.*s>\r\nMessage-ID: <%.*s@%.*s>\r\nSubject: ", TEXT_ARGS(message->from), TEXT_ARGS(message->to),
                               TEXT_ARGS(random_number(arena)), TEXT_ARGS(host)));
    out_head_words(&out, text_join(arena, T("There is a message for you in "), message->service), "");
    out_string(&out, "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
    if (text_is_empty(message->calendar)) {
        out_words(&out, message);
        return out_all(&out);
    }
    out_text(&out, text_format(arena, "Content-Type: multipart/mixed; boundary=\"%.*s\"\r\n\r\n--%.*s\r\n", TEXT_ARGS(mark), TEXT_ARGS(mark)));
    out_words(&out, message);
    out_text(&out, text_format(arena, "--%.*s\r\nContent-Type: text/calendar; charset=utf-8; name=\"meeting.ics\"\r\n", TEXT_ARGS(mark)));
    out_string(&out, "Content-Disposition: attachment; filename=\"meeting.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    out_base64(&out, message->calendar);
    out_text(&out, text_format(arena, "--%.*s--\r\n", TEXT_ARGS(mark)));
    return out_all(&out);
}
