/* Numbers that carry their own check: mistyped ones are found before anyone is mistaken for another. */
#ifndef RULES_NUMBERS_H
#define RULES_NUMBERS_H

#include "base/text.h"

enum { NHS_DIGITS = 10, UPN_CHARACTERS = 13 };

/* Ten digits whose last is right (modulus 11: weights 10 to 2). Spaces between them are passed over ('999 000 0018'); anything else is wrong.
 * Source: NHS Data Model and Dictionary, NHS number. Numbers beginning 999 belong to nobody: for tests. */
bool nhs_number_is_right(Text text);
/* The ten digits without spaces, into ret_digits (not terminated). False, and nothing written, when the number is wrong. */
bool nhs_number_read(Text text, char ret_digits[NHS_DIGITS]);
/* A unique pupil number: check letter, 11 digits, and a digit or (temporary numbers) a letter. Letters I, O and S are never used.
 * Source: Department for Education, unique pupil numbers: each character times its place, sum, modulus 23. */
bool upn_is_right(Text text);

#endif
