#include "base/err.h"

const char *err_kind_name(enum err_kind kind)
{
    switch (kind) {
    case OK: return "OK";
    case NOT_VALID: return "NOT_VALID";
    case NOT_ALLOWED: return "NOT_ALLOWED";
    case NOT_FOUND: return "NOT_FOUND";
    case NOT_NOW: return "NOT_NOW";
    case BUSY: return "BUSY";
    case BROKEN: return "BROKEN";
    }
    return "UNKNOWN";
}
