/* The invented authority: content/demo/NAME.scenario, kept in the program. Days in it are counted from the day on which it is made. */
#ifndef APP_DEMO_H
#define APP_DEMO_H

#include "app/scenario.h"

/* In the order of their names: the first is the authority itself, whose names all others know. */
extern const struct scenario_text DEMO[];
extern const size_t DEMO_COUNT;

#define DEMO_PASSWORD "hearth-demo"

#endif
