#include "documents/calendar.h"

#include <libical/ical.h>
#include <sodium.h>

#include "acts/conference/at_conference.h"
#include "rules/profile.h"
#include "store/mail_sql.h"
#include "store/own_copy_sql.h"
#include "store/practice.h"
#include "web/permit.h"
#include "web/url.h"

enum { UID_BYTES = 16, EARLY_MOST = 24 * 60 };

/* RFC 5546 asks for an organizer; this is how one is written who takes no answers. */
static const char NOBODY[] = "invalid:nomail";

static struct icaltimetype utc(Instant instant)
{
    return icaltime_from_timet_with_zone((time_t)(instant.us / SECOND_US), 0, icaltimezone_get_utc_timezone());
}

static icalcomponent *meeting_of(Arena *arena, const struct calendar_meeting *meeting)
{
    Instant ends = {meeting->starts.us + meeting->minutes * MINUTE_US};
    return icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(text_string(arena, meeting->uid)), icalproperty_new_dtstamp(utc(meeting->stamped)),
                               icalproperty_new_sequence(meeting->sequence), icalproperty_new_dtstart(utc(meeting->starts)), icalproperty_new_dtend(utc(ends)),
                               icalproperty_new_summary("Meeting"), icalproperty_new_class(ICAL_CLASS_PRIVATE),
                               icalproperty_new_status(meeting->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
                               icalproperty_new_organizer(NOBODY), (void *)0);
}

Err calendar_file(Arena *arena, const struct calendar_meeting *meeting, Text *ret_file)
{
    icalcomponent *file = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Hearth//EN"),
                                              icalproperty_new_method(meeting->cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH),
                                              meeting_of(arena, meeting), (void *)0);
    if (file == NULL)
        return err(BROKEN, "no memory for a calendar file");
    const char *words = icalcomponent_as_ical_string(file); /* of the library's own ring: copied at once */
    Text copy = words == NULL ? TEXT_NONE : text_copy(arena, text_of(words));
    icalcomponent_free(file);
    if (text_is_empty(copy))
        return err(BROKEN, "a calendar file could not be written");
    *ret_file = copy;
    return ok();
}

/* Made from the hash of the entry that called the conference, which nobody outside the record knows: the same at each asking, and no number can
 * be read out of it. */
static Text uid_of(Arena *arena, Text salt, int64_t reader)
{
    unsigned char uid[UID_BYTES];
    Text number = text_format(arena, "%lld", (long long)reader);
    crypto_generichash(uid, sizeof uid, (const unsigned char *)number.at, number.len, (const unsigned char *)salt.at, salt.len);
    Out out = out_new(arena);
    out_hex(&out, uid, sizeof uid);
    return out_all(&out);
}

Err calendar_of_conference(Read *read, ConferenceId conference, int64_t reader, bool comes_early, Text *ret_file)
{
    struct mail_meeting row;
    struct practice practice;
    bool found;
    *ret_file = TEXT_NONE;
    TRY(mail_meeting(read, conference, &row, &found));
    if (!found || row.starts.us == INSTANT_NONE.us || row.salt.len != sizeof(struct chain_hash))
        return ok();
    TRY(practice_read(read, &practice));
    const struct profile *profile = practice_on(&practice, row.held_on);
    int minutes = profile_number(profile, PRACTICE_KIND_LASTS), early = comes_early ? profile_number(profile, PRACTICE_KIND_EARLY) : 0;
    minutes = minutes > 0 ? minutes : CONFERENCE_LASTS_MINUTES;
    early = early > 0 && early < EARLY_MOST ? early : 0;
    struct calendar_meeting meeting = {.uid = uid_of(read->arena, row.salt, reader), .starts = {row.starts.us - early * MINUTE_US}, .minutes = minutes + early,
                                       .sequence = row.times > 0 ? (int)row.times - 1 : 0, .cancelled = at_never_met(row.state), .stamped = read->now};
    return calendar_file(read->arena, &meeting, ret_file);
}

/* Staff, and who takes part, know when it is; of the family, who is asked to it: *ret_knows. */
static Err may_know_when(struct request *request, Read *read, bool *ret_family, bool *ret_knows)
{
    struct own_is_asked asked;
    Rights all;
    TRY(permit_conference(request, read, request->ids.conference, RIGHT(READ_CONFERENCE) | RIGHT(READ_SHARED) | RIGHT(READ_OWN_COPY), &all));
    *ret_knows = rights_have(all, READ_CONFERENCE) || rights_have(all, READ_SHARED);
    *ret_family = !*ret_knows;
    if (*ret_knows)
        return ok();
    return own_is_asked(read, request->ids.conference, &asked, ret_knows);
}

Err calendar_answer(struct request *request, struct response *response)
{
    Read *read;
    Text file = TEXT_NONE;
    bool family, knows;
    TRY(request_read(request, &read));
    TRY(may_know_when(request, read, &family, &knows));
    if (knows)
        TRY(calendar_of_conference(read, request->ids.conference, request->person.n, family, &file));
    if (text_is_empty(file)) { /* no time yet, or none for this reader: the papers say no more than they may know */
        response_see(response, url_conference_papers(request->arena, request->ids.conference));
        return ok();
    }
    response_download(response, T("text/calendar; charset=utf-8"), T(CALENDAR_NAME));
    response->bytes = file;
    return ok();
}
