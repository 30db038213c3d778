#include "pages/search.h"

#include "acts/act_kind.h"
#include "pages/act_whose.h"
#include "pages/hours.h"
#include "pages/listing.h"
#include "pages/options.h"
#include "pages/search_html.h"
#include "rules/sounds.h"
#include "store/people/search.h"
#include "web/url.h"

/* One word of what was searched for, against one person: as it is spelled, as it begins, as it sounds. */
enum fits { FITS_NOT, FITS_SOUND, FITS_BEGINNING, FITS_WORD };

static enum fits word_fits(Arena *arena, Text word, Text names)
{
    enum fits best = FITS_NOT;
    Text sound = sound_key(arena, word), rest = names;
    while (!text_is_empty(rest)) {
        Text name = text_cut(&rest, ' ');
        if (text_is_empty(name))
            continue;
        if (text_equal(name, word))
            return FITS_WORD;
        if (text_begins(name, word))
            best = FITS_BEGINNING;
        else if (best == FITS_NOT && !text_is_empty(sound) && text_equal(sound_key(arena, name), sound))
            best = FITS_SOUND;
    }
    return best;
}

static void say(Out *out, const char *words)
{
    out_string(out, out->len > 0 ? "; " : "");
    out_string(out, words);
}

static bool has_digit(Text word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] >= '0' && word.at[i] <= '9')
            return true;
    return false;
}

/* Why this person was found, as far as the page may say: a name they have, how it sounds, a date or number, or something it does not show. */
static Text why_found(Arena *arena, Text query, const struct search_found *person)
{
    bool by_name = false, by_beginning = false, by_sound = false, by_other = false, by_number = false;
    Out sounds = out_new(arena), why = out_new(arena);
    Text names = fold(arena, text_format(arena, "%.*s %.*s %.*s", TEXT_ARGS(person->given), TEXT_ARGS(person->family_name), TEXT_ARGS(person->known_as)));
    Text rest = fold(arena, query);
    while (!text_is_empty(rest)) {
        Text word = text_cut(&rest, ' ');
        if (text_is_empty(word))
            continue;
        enum fits fits = word_fits(arena, word, names);
        by_name |= fits == FITS_WORD;
        by_beginning |= fits == FITS_BEGINNING;
        by_number |= fits == FITS_NOT && has_digit(word);
        by_other |= fits == FITS_NOT && !has_digit(word);
        if (fits == FITS_SOUND) {
            by_sound = true;
            out_string(&sounds, sounds.len > 0 ? ", " : "");
            out_text(&sounds, word);
        }
    }
    if (by_name)
        say(&why, "by name");
    if (by_beginning)
        say(&why, "the name begins so");
    if (by_sound) {
        say(&why, "sounds like ");
        out_text(&why, out_all(&sounds));
    }
    if (by_number)
        say(&why, "by date of birth, number or address");
    if (by_other)
        say(&why, "by another name or an address");
    return text_join(arena, T("Found "), out_all(&why));
}

/* An act on a family that the searcher has no part in, if their duty lets them do it; its page names the person found, if it may be told. */
static Url by_duty(struct request *request, Text act, FamilyId family, PersonId found)
{
    const struct act_kind *kind = act_kind_named(act);
    if (kind == NULL || kind->on != ON_FAMILY || !rights_have(rights_of_duty(request->duty), kind->may))
        return URL_NONE;
    Url url = url_family_act(request->arena, family, text_of(kind->address));
    return found.n == 0 ? url : url_asking(request->arena, url, ACT_WHOSE_FOUND, text_format(request->arena, "%lld", (long long)found.n));
}

static struct search_hit hit_of(struct request *request, Text query, const struct search_found *person)
{
    Arena *arena = request->arena;
    struct search_hit hit = {.name = name_words(arena, person->given, person->family_name), .why = why_found(arena, query, person)};
    Text age = age_words(arena, false, person->born, request->today);
    Text known = text_is_empty(person->known_as) ? TEXT_NONE : text_join(arena, T(", known as "), person->known_as);
    hit.about = text_join(arena, text_join(arena, person->is_child ? T("child") : T("adult"), text_is_empty(age) ? TEXT_NONE : text_join(arena, T(", "), age)), known);
    if (person->seen) {
        hit.link = url_family(arena, person->family);
    } else {
        hit.ring = text_is_empty(person->ring_name) ? T("the front door") : person->ring_name;
        hit.ring_telephone = person->ring_telephone;
        hit.break_glass = by_duty(request, T("GLASS_BROKEN"), person->family, person->person);
        hit.contact = by_duty(request, T("CONTACT_RECORDED"), person->family, person->person);
    }
    return hit;
}

static Err begin(struct request *request, struct search_page *ret_page)
{
    struct search_page page = {.here = url_search(request->arena), .csrf = request_form_keys(request, 0).csrf, .problems.title = T("There is a problem")};
    TRY(frame_of(request, T("Find a person"), FRAME_NOWHERE, &page.frame));
    page.frame.search = URL_NONE; /* the page is the search */
    *ret_page = page;
    return ok();
}

Err search_page(struct request *request, struct response *response)
{
    struct search_page page;
    TRY(begin(request, &page));
    search_html(&response->body, &page);
    return ok();
}

/* Where the page begins; false: at the best. */
static bool read_place(struct request *request, struct search_place *ret_place)
{
    struct search_place place = {.sort_key = form_get(&request->form, T("after_key"))};
    bool good = text_to_int(form_get(&request->form, T("after_points")), &place.points) &&
                text_to_int(form_get(&request->form, T("after_person")), &place.person.n) &&
                text_to_int(form_get(&request->form, T("after_family")), &place.family.n);
    if (good)
        *ret_place = place;
    return good;
}

static Text says_of(Arena *arena, const struct search_result *result, bool first)
{
    if (!first)
        return T("More people who fit");
    if (result->count == 0)
        return result->hidden_count > 0 ? T("Nobody you may see fits") : T("Nobody fits");
    if (result->more)
        return T("More than one page of people fit: the best first");
    return result->count == 1 ? T("1 person fits") : text_format(arena, "%zu people fit, the best first", result->count);
}

static void fill(struct request *request, const struct search_result *result, bool first, struct search_page *page)
{
    static const char *const OPENS[] = {"FAMILY_OPENED"};
    Arena *arena = request->arena;
    page->searched = true;
    page->no_such_day = result->no_such_day;
    page->says = says_of(arena, result, first);
    page->hits.at = ARENA_MANY(arena, result->count, struct search_hit);
    for (size_t i = 0; i < result->count; i++) {
        if (result->at[i].is_child)
            request_shows(request, person_child(result->at[i].person));
        page->hits.at[page->hits.count++] = hit_of(request, page->query, &result->at[i]);
    }
    page->closed.at = ARENA_MANY(arena, result->hidden_count, struct search_hit);
    for (size_t i = 0; i < result->hidden_count; i++) {
        const struct search_hidden *hidden = &result->hidden[i];
        page->closed.at[page->closed.count++] =
            (struct search_hit){.ring = hidden->ring_name, .ring_telephone = hidden->ring_telephone, .break_glass = by_duty(request, T("GLASS_BROKEN"), hidden->family, (PersonId){0})};
    }
    page->more = result->more && result->count > 0;
    if (page->more) {
        const struct search_place *last = &result->at[result->count - 1].place;
        page->after_points = last->points;
        page->after_sort_key = last->sort_key;
        page->after_person = last->person.n;
        page->after_family = last->family.n;
    }
    struct frame_links opens = listing_acts(request, OPENS, 1);
    page->open_family = opens.count > 0 ? opens.at[0].address : URL_NONE;
    page->frame.looks_recorded = true;
}

Err search_form(struct request *request, struct response *response)
{
    Read *read;
    struct search_page page;
    struct search_place place;
    struct search_result result;
    TRY(request_read(request, &read));
    TRY(begin(request, &page));
    page.query = text_trim(form_get(&request->form, T("q")));
    bool first = !read_place(request, &place);
    Err found = search_for_people(read, page.query, first ? NULL : &place, &result);
    if (found.kind == NOT_VALID) {
        struct problem_view *problem = ARENA_NEW(request->arena, struct problem_view);
        *problem = (struct problem_view){T("q"), page.query_error = T("Enter a name, a date of birth, an NHS number or part of an address")};
        page.problems.lines = (struct problem_views){problem, 1};
        page.frame.has_problems = true;
        search_html(&response->body, &page);
        return found;
    }
    TRY(found);
    struct hours hours;
    TRY(hours_now(request, read, &hours));
    page.is_night = hours.is_night && !text_is_empty(hours.authority.urgent_telephone);
    page.urgent_telephone = hours.authority.urgent_telephone;
    request_searched(request, page.query);
    fill(request, &result, first, &page);
    search_html(&response->body, &page);
    return ok();
}
