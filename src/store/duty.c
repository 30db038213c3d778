#include "store/duty.h"

#include "store/duty_sql.h"

Err duty_of_reader(Read *read, enum duty *ret_duty)
{
    if (read->actor.n == PERSON_SYSTEM.n) {
        *ret_duty = DUTY_SYSTEM;
        return ok();
    }
    struct duty_now row;
    bool found;
    TRY(duty_now(read, &row, &found));
    *ret_duty = found ? row.duty : DUTY_NONE;
    return ok();
}

Err may_duty(Read *read, enum permission permission)
{
    enum duty duty;
    TRY(duty_of_reader(read, &duty));
    return rights_have(rights_of_duty(duty), permission) ? ok() : err(NOT_ALLOWED, "no duty of this person gives this right");
}
