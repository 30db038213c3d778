/* Names as they are searched: folded (without case, accents and marks) and by sound. Both are kept beside the name, made here once. */
#ifndef RULES_SOUNDS_H
#define RULES_SOUNDS_H

#include "base/text.h"

/* Small letters a–z, digits, and single spaces: 'Łukasz  O’Néill-Groß' → 'lukasz oneill gross'. Latin letters lose their marks (ł l, é e,
 * ß ss, æ ae, ø o, þ th, đ d …, combining marks too); apostrophes go; hyphens and all other ASCII signs, '%' and '_' among them, become a
 * space. Letters of other scripts are kept as they are (Greek and Cyrillic in small letters). Text must be UTF-8. */
Text fold(Arena *arena, Text text);

/* A key by sound of one name, for names as they are said in Britain: NYSIIS (Taft 1970), on the folded letters, whole. 'Macdonald' and
 * 'McDonald' give the same key, 'Catherine' and 'Katherine', 'Phillips' and 'Filips'. Letters of other scripts stand as they are. '' for
 * a name without letters. */
Text sound_key(Arena *arena, Text name);
/* The keys of each word of a name, separated by single spaces. */
Text sound_keys(Arena *arena, Text names);

#endif
