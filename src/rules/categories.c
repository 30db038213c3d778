#include "rules/categories.h"

static const char SOURCE[] = "Working Together to Safeguard Children 2023, glossary; What to do if you're worried a child is being abused, 2015";

static const struct category_row ROWS[] = {
    [CATEGORY_NONE] = {{NULL}, "", "", ""},
    [CATEGORY_NEGLECT] =
        {{"often hungry, dirty, or in clothes that do not fit the weather", "teeth, skin or illness not cared for; appointments missed",
          "left alone, or with people who cannot care for them", "often late for or away from school or nursery",
          "home unsafe, cold or dirty", "slow to grow or to learn without another cause"},
         "The child's needs are not being met again and again: food, warmth, a clean and safe home, a doctor when ill, someone to watch over "
         "them, or love and attention.",
         "NEG", SOURCE},
    [CATEGORY_PHYSICAL] =
        {{"bruises, burns, bites or broken bones, often or without an account that fits", "accounts that change or differ",
          "any bruise on a baby who does not move about yet", "flinching, fear of going home or of one person",
          "help sought late or not at all"},
         "Someone hurts the child's body on purpose, for example by hitting, shaking, burning or giving something harmful, or makes the child "
         "ill.",
         "PHY", SOURCE},
    [CATEGORY_SEXUAL] =
        {{"knows or acts more about sex than fits the age", "pain, infection or pregnancy", "fear of being alone with one person",
          "gifts, money, a new phone or older friends without an account", "secrecy about what happens online",
          "goes missing, or harms themselves"},
         "Someone involves the child in sexual acts, by touching or without, face to face or online. It is never the child's fault, also when "
         "the child did not say no or does not see it as abuse.",
         "SAB", SOURCE},
    [CATEGORY_EMOTIONAL] =
        {{"thinks badly of themselves, or is blamed for much", "very withdrawn, or very anxious to please",
          "distress that does not pass, self-harm, trouble sleeping", "acts much younger or much older than they are",
          "sees or hears violence or abuse at home", "kept from friends, school or play"},
         "The child is treated so badly in their feelings, over time, that it harms how they grow up: told that they are worthless, "
         "frightened, blamed, ignored, or living with violence between adults.",
         "EMO", SOURCE},
};
_Static_assert(sizeof ROWS / sizeof ROWS[0] == CATEGORY_COUNT, "a row for each category");

const struct category_row *category_row(enum category category)
{
    return &ROWS[category < CATEGORY_COUNT ? category : CATEGORY_NONE];
}

const char *categories_census(uint64_t categories)
{
    const char *code = "";
    for (int i = CATEGORY_NONE + 1; i < CATEGORY_COUNT; i++) {
        if ((categories & (UINT64_C(1) << i)) != 0)
            code = code[0] == '\0' ? ROWS[i].census : "MUL";
    }
    return code;
}
