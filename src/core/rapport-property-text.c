/* rapport-property-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each kind of property is read from a file's text and written as such, the same under every locale.
 */
#include "rapport-property-private.h"

#include <math.h>
#include <string.h>

static gboolean
parse_whole_number (const char *text, gsize length, int *number)
{
  gboolean negative = length > 0 && text[0] == '-';
  gint64 sum = 0;
  gsize i = negative ? 1 : 0;

  if (i == length || length - i > 9)
    return FALSE;
  for (; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      sum = sum * 10 + (text[i] - '0');
    }
  *number = (int) (negative ? -sum : sum);
  return TRUE;
}

static gboolean
parse_level (const RapportProperty *property, gint8 *at, const char *text, gsize length)
{
  int number;

  if (property->judged && length == 1 && text[0] == '-')
    *at = RAPPORT_LEVEL_NOT_DISCUSSED;
  else if (property->judged && length == 6 && memcmp (text, "differ", 6) == 0)
    *at = RAPPORT_LEVEL_DIFFER;
  else if (parse_whole_number (text, length, &number)
           && number >= property->min && number <= property->max)
    *at = (gint8) number;
  else
    return FALSE;
  return TRUE;
}

/* The whole string, finite and within ±1e6; hexadecimal floats, "inf" and blanks are refused. */
static gboolean
parse_number (double *at, const char *text, gsize length)
{
  char buffer[64];
  char *end = NULL;
  double number;

  if (length == 0 || length >= sizeof buffer)
    return FALSE;
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  if (strspn (buffer, "0123456789+-.eE") != length)
    return FALSE;
  number = g_ascii_strtod (buffer, &end);
  if (end != buffer + length || !isfinite (number) || fabs (number) > 1e6)
    return FALSE;
  *at = number + 0.0; /* no minus zero */
  return TRUE;
}

static gboolean
parse_flag (const RapportProperty *property, gint8 *at, const char *text, gsize length)
{
  for (guint i = 0; property->words[i].word != NULL; i++)
    if (strlen (property->words[i].word) == length
        && memcmp (property->words[i].word, text, length) == 0)
      {
        /* The first word of a flag's vocabulary is its yes. */
        *at = i == 0;
        return TRUE;
      }
  return FALSE;
}

/**
 * rapport_field_parse:
 * Reads the field from a file's text, which need not end in a NUL. Records are not read so.
 *
 * Returns: %FALSE where the text is no value of this kind; the field is then as it was
 */
gboolean
rapport_field_parse (const RapportProperty *property, gpointer record,
                     const char *text, gsize length)
{
  gpointer at = _rapport_field_at (property, record);
  int number;

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return parse_number (at, text, length);
    case RAPPORT_KIND_LEVEL:
      return parse_level (property, at, text, length);
    case RAPPORT_KIND_COUNT:
      if (!parse_whole_number (text, length, &number)
          || number < property->min || number > property->max)
        return FALSE;
      *(int *) at = number;
      return TRUE;
    case RAPPORT_KIND_FLAG:
      return parse_flag (property, at, text, length);
    case RAPPORT_KIND_RECORDS:
      return FALSE;
    default:
      g_free (*(char **) at);
      *(char **) at = _rapport_property_clean_text (property, text, length);
      return TRUE;
    }
}

/* Nearly all numbers have at most four decimals. The quotient of two whole numbers that a double holds exactly is
 * the double nearest to it, so where it is this number, its digits are read back as this number. */
static gboolean
print_short_number (double number, GString *out)
{
  double scaled = nearbyint (number * 1e4);
  guint64 digits = (guint64) fabs (scaled);
  guint decimals = (guint) (digits % 10000);
  guint width = 4;

  if (!(fabs (scaled) < 1e15) || scaled / 1e4 != number)
    return FALSE;
  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, number < 0 ? "-" : "", digits / 10000);
  if (decimals == 0)
    return TRUE;
  for (; decimals % 10 == 0; width--)
    decimals /= 10;
  g_string_append_printf (out, ".%0*u", (int) width, decimals);
  return TRUE;
}

/* The fewest digits that are read back as the same number: 0.4, not 0.40000000000000002. */
static void
print_number (double number, GString *out)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (print_short_number (number, out))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (out, buffer);
}

/* Appends the value as the file has it, not escaped. Records are not written so. */
void
rapport_field_print (const RapportProperty *property, gconstpointer record, GString *out)
{
  gconstpointer at = _rapport_field_at (property, record);
  int level;

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      print_number (*(const double *) at, out);
      break;
    case RAPPORT_KIND_LEVEL:
      level = *(const gint8 *) at;
      if (level == RAPPORT_LEVEL_NOT_DISCUSSED)
        g_string_append_c (out, '-');
      else if (level == RAPPORT_LEVEL_DIFFER)
        g_string_append (out, "differ");
      else if (level >= 0 && level <= 9)
        g_string_append_c (out, (char) ('0' + level));
      else
        g_string_append_printf (out, "%d", level);
      break;
    case RAPPORT_KIND_COUNT:
      g_string_append_printf (out, "%d", *(const int *) at);
      break;
    case RAPPORT_KIND_FLAG:
      g_string_append (out, property->words[*(const gint8 *) at ? 0 : 1].word);
      break;
    case RAPPORT_KIND_RECORDS:
      break;
    default:
      if (*(char *const *) at != NULL)
        g_string_append (out, *(char *const *) at);
      break;
    }
}
