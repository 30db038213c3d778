/* Numbers of things, each of its own type: a child's number given where a conference's is asked does not compile.
 *
 * A new thing's number is made from the ledger entry that makes it (entry * 1024 + k), so no two things of any kind share one, and
 * replay makes the same ones. A child is a person: ChildId.n equals the PersonId.n of the same human being. */
#ifndef RULES_IDS_H
#define RULES_IDS_H

#include <stdbool.h>
#include <stdint.h>

/* `n` 0 means none. */
#define ID_TYPE(name)                                                                                                  \
    typedef struct {                                                                                                   \
        int64_t n;                                                                                                     \
    } name

ID_TYPE(AuthorityId);
ID_TYPE(PersonId);
ID_TYPE(ChildId);
ID_TYPE(FamilyId);
ID_TYPE(HouseholdId);
ID_TYPE(AddressId);
ID_TYPE(RelationshipId);
ID_TYPE(OrderId);
ID_TYPE(TeamId);
ID_TYPE(AgencyId);
ID_TYPE(EpisodeId);
ID_TYPE(ContactId);
ID_TYPE(ReferralId);
ID_TYPE(MeasureId); /* an immediate protection */
ID_TYPE(AssessmentId);
ID_TYPE(EnquiryId);
ID_TYPE(ConferenceId);
ID_TYPE(InvitationId);
ID_TYPE(ReportId);
ID_TYPE(PlanId);
ID_TYPE(ActionId);
ID_TYPE(MeetingId);
ID_TYPE(VisitId);
ID_TYPE(ParagraphId);
ID_TYPE(DocumentId);
ID_TYPE(NotificationId);  /* of the police */
ID_TYPE(DisclosureId);
ID_TYPE(StrategyId);      /* a strategy discussion */
ID_TYPE(ToldId);          /* a parent told of the concern, or why not yet */
ID_TYPE(SeenId);          /* a child seen, or not */
ID_TYPE(SafetyPlanId);
ID_TYPE(TransferId);
ID_TYPE(LegalPlanningId);
ID_TYPE(NeedPlanId);      /* a child in need plan */
ID_TYPE(HolidayId);       /* one that the authority added */
ID_TYPE(AskingId);        /* what somebody in a conference's room asks for */
ID_TYPE(MinuteId);        /* a line of its minutes */
ID_TYPE(MailId);          /* a message that waits in the outbox, or went */
ID_TYPE(LetterId);
ID_TYPE(EntryNumber); /* a ledger entry's own number */

#undef ID_TYPE

enum { IDS_OF_ONE_ENTRY = 1024 /* numbers an entry can give to new things, itself taking 0 */ };

/* The same human being, seen as a person. */
static inline PersonId child_person(ChildId child) { return (PersonId){child.n}; }
/* The same human being, seen as a child: the caller knows that they are one. */
static inline ChildId person_child(PersonId person) { return (ChildId){person.n}; }
/* The entry that made a thing with this number. */
static inline EntryNumber id_entry(int64_t n) { return (EntryNumber){n / IDS_OF_ONE_ENTRY}; }

#endif
