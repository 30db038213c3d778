#include "app/config.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum setting_type { SETTING_TEXT, SETTING_INT, SETTING_YES_NO };

struct setting {
    const char *name; /* of the environment variable */
    enum setting_type type;
    size_t offset;
    const char *fallback;
    int64_t least, most; /* of a number; of a text: its length */
    const char *help;
};

#define AT(field) offsetof(struct config, field)

static const struct setting SETTINGS[] = {
    {"HEARTH_DATA", SETTING_TEXT, AT(data), "./var", 1, 4096,
     "The folder that holds everything, or a postgres:// address."},
    {"HEARTH_BLOBS", SETTING_TEXT, AT(blobs), "", 0, 4000,
     "The folder of files that people attach, sealed. Empty: 'blobs' in the folder of the record; with PostgreSQL, no file can be attached."},
    {"HEARTH_KEY_FILE", SETTING_TEXT, AT(key_file), "", 0, 4000,
     "The file of keys that seal them (mode 0600, made when it is first needed). Empty: the systemd credential hearth.key, or else a file\n"
     "    beside the folder of the record (of HEARTH_BLOBS, when that is said), with .key at its name's end."},
    {"HEARTH_PORT", SETTING_INT, AT(port), "8080", 0, 65535, "The port the pages are served on. 0 takes a free one."},
    {"HEARTH_ADDRESS", SETTING_TEXT, AT(address), "127.0.0.1", 1, 255,
     "The address to listen on. Put a proxy that speaks TLS before anything but this machine's own."},
    {"HEARTH_BEHIND_TLS", SETTING_YES_NO, AT(behind_tls), "no", 0, 0,
     "yes when a proxy in front speaks TLS: cookies are then sent over TLS only."},
    {"HEARTH_BEHIND_PROXY", SETTING_YES_NO, AT(behind_proxy), "no", 0, 0,
     "yes when a proxy in front says in X-Forwarded-For who asks: rate limits then count by that address."},
    {"HEARTH_ORIGIN", SETTING_TEXT, AT(origin), "", 0, 255,
     "What browsers see before the path, such as https://hearth.example.org. Empty: the request's own host."},
    {"HEARTH_PRACTICE_DAYS_AHEAD", SETTING_INT, AT(days_ahead), "0", 0, 3650,
     "How many days ahead the clock runs, to see what comes due. Refused unless the record was set up for practice."},
    {"HEARTH_EXIT_PAGE", SETTING_TEXT, AT(exit_page), "https://www.example.org/", 8, 255,
     "Where 'Exit this page' goes: an ordinary page that says nothing of children's services."},
    {"HEARTH_MAIL_HOST", SETTING_TEXT, AT(mail_host), "", 0, 255,
     "The mail server (SMTP) that takes messages. Empty: nothing goes by email, everything by letter. Needs HEARTH_MAIL_FROM and HEARTH_ORIGIN."},
    {"HEARTH_MAIL_PORT", SETTING_INT, AT(mail_port), "587", 1, 65535, "Its port."},
    {"HEARTH_MAIL_TLS", SETTING_TEXT, AT(mail_tls), "starttls", 1, 20,
     "How the line to it is encrypted: starttls (asked for before anything is said), tls (from the first byte), or none (a server on this machine)."},
    {"HEARTH_MAIL_LOGIN_FILE", SETTING_TEXT, AT(mail_login_file), "", 0, 4000,
     "A file (mode 0600) with the user's name on its first line and the password on its second. Empty: the server asks for none."},
    {"HEARTH_MAIL_FROM", SETTING_TEXT, AT(mail_from), "", 0, 200, "The email address that messages come from."},
    {"HEARTH_MAIL_SERVICE", SETTING_TEXT, AT(mail_service), "Hearth", 1, 60,
     "What messages call the service: a name that says nothing of children's services, since others may see it."},
    {"HEARTH_MAIL_WAIT", SETTING_INT, AT(mail_wait), "60", 1, 3600,
     "Seconds until a message that was not taken is tried again; each wait is four times the one before."},
};

enum { SETTING_COUNT = sizeof SETTINGS / sizeof SETTINGS[0] };

static bool set(const struct setting *setting, const char *value, struct config *config, FILE *to)
{
    char *at = (char *)config + setting->offset;
    Text text = text_of(value);
    switch (setting->type) {
    case SETTING_TEXT:
        if ((int64_t)text.len < setting->least || (int64_t)text.len > setting->most) {
            fprintf(to, "%s must have between %lld and %lld characters.\n", setting->name, (long long)setting->least,
                    (long long)setting->most);
            return false;
        }
        memcpy(at, &value, sizeof value);
        return true;
    case SETTING_INT: {
        int64_t number;
        if (!text_to_int(text, &number) || number < setting->least || number > setting->most) {
            fprintf(to, "%s must be a whole number from %lld to %lld, not '%s'.\n", setting->name,
                    (long long)setting->least, (long long)setting->most, value);
            return false;
        }
        memcpy(at, &number, sizeof number);
        return true;
    }
    case SETTING_YES_NO: {
        bool yes = text_equal(text, T("yes"));
        if (!yes && !text_equal(text, T("no"))) {
            fprintf(to, "%s must be yes or no, not '%s'.\n", setting->name, value);
            return false;
        }
        memcpy(at, &yes, sizeof yes);
        return true;
    }
    }
    return false;
}

static const char *value_of(const struct setting *setting)
{
    const char *value = getenv(setting->name);
    return value == NULL || value[0] == '\0' ? setting->fallback : value;
}

bool config_read(struct config *ret_config, FILE *to)
{
    struct config config = {0};
    bool good = true;
    for (size_t i = 0; i < SETTING_COUNT; i++)
        good &= set(&SETTINGS[i], value_of(&SETTINGS[i]), &config, to);
    if (good)
        *ret_config = config;
    return good;
}

void config_explain(FILE *to)
{
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        const struct setting *setting = &SETTINGS[i];
        fprintf(to, "%s=%s\n    %s\n    default '%s'", setting->name, value_of(setting), setting->help,
                setting->fallback);
        if (setting->type == SETTING_INT)
            fprintf(to, ", from %lld to %lld", (long long)setting->least, (long long)setting->most);
        fputs("\n", to);
    }
}
