/* What it costs to find what is due to a child: all obligations of 60 events, with their states and what met or stopped them, under one profile
 * and under a practice whose profile changed in between. A thousand children, none like another, over two years: from the referral to a plan,
 * its visits, core groups and reviews, in the order in which such things are recorded. Time is the processor's, so that neighbours don't count.
 * usage: bench/due     (HEARTH_BENCH_SECONDS, 3) */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rules/practice.h"

enum { CHILDREN = 1000, EVENTS = 60, DUE_MOST = 400, REPEATS = 5 };

struct child {
    struct happening events[EVENTS];
    size_t count;
};

static struct child children[CHILDREN];
static uint32_t chance_now = 1;

static int32_t chance(uint32_t most)
{
    chance_now = chance_now * 1664525 + 1013904223;
    return (int32_t)((chance_now >> 12) % most);
}

static void add(struct child *child, enum event event, Date on)
{
    if (child->count < EVENTS)
        child->events[child->count++] = (struct happening){event, on};
}

static Date later(Date date, int32_t days) { return date_plus_days(date, days); }

static Date from_referral_to_plan(struct child *child, Date referral)
{
    Date strategy = later(referral, 1 + chance(10)), conference = later(strategy, 14 + chance(10));
    add(child, EVENT_CONCERN_RAISED, referral);
    add(child, EVENT_REFERRAL_RECEIVED, referral);
    add(child, EVENT_REFERRAL_DECIDED, later(referral, chance(3)));
    add(child, EVENT_STRATEGY_DISCUSSION, strategy);
    add(child, EVENT_ENQUIRY_STARTED, strategy);
    add(child, EVENT_VISIT, later(strategy, 1));
    add(child, EVENT_CONFERENCE_BOOKED, conference);
    add(child, EVENT_NOTICE_SENT, later(strategy, 3));
    add(child, EVENT_ENQUIRY_CONCLUDED, later(strategy, 9));
    add(child, EVENT_REPORTS_SHARED, later(conference, -chance(6)));
    add(child, EVENT_INITIAL_CONFERENCE, conference);
    add(child, EVENT_PLAN_STARTED, conference);
    add(child, EVENT_DECISION_SENT, later(conference, chance(3)));
    add(child, EVENT_NOTES_SENT, later(conference, 5 + chance(20)));
    add(child, EVENT_ASSESSMENT_DONE, later(referral, 50 + chance(20)));
    return conference;
}

static void review(struct child *child, Date booked, Date held)
{
    add(child, EVENT_REVIEW_BOOKED, booked);
    if (!date_equal(booked, held))
        add(child, EVENT_REVIEW_BOOKED, held);
    add(child, EVENT_REPORTS_SHARED, later(held, -chance(8)));
    add(child, EVENT_REVIEW_CONFERENCE, held);
    add(child, EVENT_DECISION_SENT, later(held, 1));
    add(child, EVENT_NOTES_SENT, later(held, 5 + chance(10)));
}

/* Until there are 60: what a month brings, one visit recorded late now and then. */
static void live(struct child *child, Date referral)
{
    Date plan = from_referral_to_plan(child, referral);
    for (int32_t month = 0; child->count < EVENTS; month++) {
        Date day = later(plan, 30 * month);
        add(child, EVENT_CORE_GROUP, later(day, 8 + chance(8)));
        add(child, chance(8) == 0 ? EVENT_VISIT_NOT_SEEN : EVENT_VISIT, later(day, 10 - chance(6)));
        if (chance(3) > 0)
            add(child, EVENT_VISIT, later(day, 18 + chance(6)));
        if (month % 6 == 2)
            review(child, later(day, 20), later(day, 20 + 7 * (chance(4) == 0)));
        if (month == 14)
            add(child, EVENT_SENIOR_REVIEW, day);
    }
}

static double seconds_used(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Children a second, the best of some: an interrupted one says nothing about Hearth. */
static double measure(const struct practice *practice, Date today, double seconds, double *ret_each)
{
    static struct obligation due[DUE_MOST];
    double best = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
        size_t done = 0, found = 0;
        double began = seconds_used(), used = 0;
        while (used < seconds / REPEATS) {
            for (size_t i = 0; i < CHILDREN; i++)
                found += practice_obligations(practice, children[i].events, EVENTS, today, due, DUE_MOST);
            done += CHILDREN;
            used = seconds_used() - began;
        }
        if ((double)done / used > best)
            best = (double)done / used;
        *ret_each = (double)found / (double)done;
    }
    return best;
}

int main(void)
{
    const char *asked = getenv("HEARTH_BENCH_SECONDS");
    double seconds = asked == NULL ? 3 : atof(asked), each;
    Date first = DATE_NONE, change = DATE_NONE, today = DATE_NONE;
    const struct profile *england = profile_named(T("england")), *own = profile_named(T("SB"));
    if (!date_of(2024, 1, 8, &first) || !date_of(2025, 4, 1, &change) || !date_of(2026, 3, 20, &today) || england == NULL || own == NULL)
        return 1;
    for (size_t i = 0; i < CHILDREN; i++)
        live(&children[i], later(first, chance(200)));
    struct practice_period periods[] = {{DATE_NONE, england}, {change, own}};
    struct practice practice = {periods, 1, &HOLIDAYS[england->division]};
    double rate = measure(&practice, today, seconds, &each);
    printf("obligations of a child with %d events, children a second on one core %10.0f (%.0f obligations each)\n", EVENTS, rate, each);
    practice.count = 2;
    rate = measure(&practice, today, seconds, &each);
    printf("... whose authority changed its profile in between                   %10.0f (%.0f obligations each)\n", rate, each);
    return 0;
}
