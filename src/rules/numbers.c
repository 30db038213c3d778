#include "rules/numbers.h"

#include <string.h>

bool nhs_number_read(Text text, char ret_digits[NHS_DIGITS])
{
    char digits[NHS_DIGITS];
    int count = 0, sum = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == ' ')
            continue;
        if (c < '0' || c > '9' || count == NHS_DIGITS)
            return false;
        if (count < NHS_DIGITS - 1)
            sum += (c - '0') * (NHS_DIGITS - count);
        digits[count++] = c;
    }
    /* a remainder of 1 gives check 10, which no number has */
    int check = (11 - sum % 11) % 11;
    if (count != NHS_DIGITS || check != digits[NHS_DIGITS - 1] - '0')
        return false;
    memcpy(ret_digits, digits, sizeof digits);
    return true;
}

bool nhs_number_is_right(Text text)
{
    char digits[NHS_DIGITS];
    return nhs_number_read(text, digits);
}

bool upn_is_right(Text text)
{
    static const char LETTERS[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    if (text.len != UPN_CHARACTERS)
        return false;
    int sum = 0;
    for (size_t i = 1; i < UPN_CHARACTERS; i++) {
        char c = text.at[i];
        const char *letter = c == '\0' ? NULL : strchr(LETTERS, c);
        int value;
        if (c >= '0' && c <= '9')
            value = c - '0';
        else if (i == UPN_CHARACTERS - 1 && letter != NULL)
            value = (int)(letter - LETTERS);
        else
            return false;
        sum += value * (int)(i + 1);
    }
    return text.at[0] == LETTERS[sum % 23];
}
