/* The HTTP server: a thread for each connection, each with its own small stack (decision in house.md, Server). It speaks HTTP/1.1 in
 * plain; in production a proxy before it does TLS, HTTP/2 and slow clients.
 *
 *   server_block_signals(); … server_start(…); while (!server_wait(server, seconds)) …; server_stop(server); */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/site.h"

typedef struct server Server;

/* SIGTERM and SIGINT wait for server_wait from here on, in this thread and all it makes; SIGPIPE is ignored. Call first in main. */
void server_block_signals(void);
/* Listens at a numeric address ("127.0.0.1", "::1", "0.0.0.0") and port (0: a free one). `site` outlives the server. BROKEN with the
 * reason in the log: the table of routes is not whole, it has a LOOK row and the site no acts to keep looks with, the address
 * is taken. */
Err server_start(const struct site *site, const char *address, int port, Server **ret_server);
/* The port it listens on. */
int server_port(const Server *server);
/* Waits for SIGTERM or SIGINT, so long at most. True when one came. */
bool server_wait(Server *server, int seconds);
/* Takes no new connections, lets requests under way finish (SERVER_STOP_SECONDS at most), and goes. NULL is fine. */
void server_stop(Server *server);

#endif
