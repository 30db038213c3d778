/* The settings of one running Hearth: a row each in config.c, read from the environment, checked before anything starts. */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct config {
    const char *data;       /* folder with hearth.db and blobs, or a postgres:// conninfo */
    const char *blobs;      /* folder of attached files, sealed; "" for 'blobs' in the folder of the record */
    const char *key_file;   /* what seals them; "" for a credential or a file beside the folder: app/attached.h */
    int64_t port;           /* TCP port the pages are served on */
    const char *address;    /* address to listen on */
    bool behind_tls;        /* a proxy in front speaks TLS: Secure cookies, Strict-Transport-Security */
    bool behind_proxy;      /* take the client's address from X-Forwarded-For */
    const char *origin;     /* what browsers see, 'https://hearth.example.org'; "" accepts the Host header's own */
    int64_t days_ahead;     /* of a practice record's clock */
    const char *exit_page;  /* where 'Exit this page' goes */
    const char *mail_host;  /* the mail server; "": none, and nothing goes by email: app/mailing.h */
    int64_t mail_port;
    const char *mail_tls;   /* "starttls", "tls", "none" */
    const char *mail_login_file; /* user and password for it; "": it asks for none */
    const char *mail_from;  /* the address that messages come from */
    const char *mail_service; /* what messages call the service */
    int64_t mail_wait;      /* seconds until a message is tried again for the first time */
};

/* Reads the environment. On a wrong value writes one plain sentence a problem to `to` and returns false. */
bool config_read(struct config *ret_config, FILE *to);
/* Writes every setting with its value, default, limits and help: `hearth --explain`. */
void config_explain(FILE *to);

#endif
