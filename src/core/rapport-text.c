/* rapport-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text.h"

#include <string.h>

#define ID_LIMIT 256

/* The characters of XML 1.0 (fifth edition, production 2): others cannot be written, not even escaped. */
static gboolean
is_xml_character (gunichar c)
{
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
         || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* Nearly all text is plain ASCII; this tells without decoding. */
static gboolean
is_plain (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  /* Eight at a time, as long as there is no control letter: what is not plain has its highest bit set, or gets it
   * when a space is taken away. */
  for (; i + sizeof ones <= length; i += sizeof ones)
    {
      guint64 bytes;

      memcpy (&bytes, text + i, sizeof bytes);
      if (((bytes | (bytes - 0x20 * ones)) & (0x80 * ones)) != 0)
        break;
    }
  for (; i < length; i++)
    {
      guchar c = (guchar) text[i];

      if (c >= 0x80 || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
        return FALSE;
    }
  return TRUE;
}

/**
 * rapport_text_is_clean:
 * @length: in bytes, or -1 where @text ends in a NUL
 *
 * Whether @text is valid UTF-8 and holds only characters that XML 1.0 can carry.
 */
gboolean
rapport_text_is_clean (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  const char *end = text + size;

  if (is_plain (text, size))
    return TRUE;
  if (!g_utf8_validate_len (text, size, NULL))
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (!is_xml_character (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * rapport_text_clean:
 * Each byte that is no UTF-8, and each NUL before @length, becomes U+FFFD; other characters that XML 1.0
 * cannot carry are left out.
 * Clean text comes back byte for byte; nothing is normalised.
 *
 * Returns: (transfer full): valid text
 */
char *
rapport_text_clean (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = NULL;
  GString *out;

  if (rapport_text_is_clean (text, (gssize) size))
    return g_strndup (text, size);
  valid = g_utf8_make_valid (text, (gssize) size);
  out = g_string_sized_new (size);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (is_xml_character (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/**
 * rapport_text_from_user:
 * Cleans what is typed, pasted or imported, and composes it (NFC), so that what looks the same is the same.
 * Never use it on what a native file holds.
 *
 * Returns: (transfer full): valid, composed text
 */
char *
rapport_text_from_user (const char *text, gssize length)
{
  g_autofree char *clean = rapport_text_clean (text, length);

  if (is_plain (clean, strlen (clean)))
    return g_steal_pointer (&clean);
  return g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);
}

/**
 * rapport_text_collapse:
 * Returns: (transfer full): @text with runs of white space made one space, and none at the ends
 */
char *
rapport_text_collapse (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static const char *
find_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      if (*p == ' ')
        p++;
      if (strncmp (p, word, length) == 0 && (p[length] == ' ' || p[length] == '\0'))
        return p;
    }
  return NULL;
}

/**
 * rapport_words_contain:
 * @words: (nullable): words separated by single spaces
 */
gboolean
rapport_words_contain (const char *words, const char *word)
{
  return words != NULL && *word != '\0' && find_word (words, word) != NULL;
}

/* Returns: (transfer full): @words with @word at their end, where it is not there yet */
char *
rapport_words_add (const char *words, const char *word)
{
  if (words == NULL || *words == '\0')
    return g_strdup (word);
  if (rapport_words_contain (words, word))
    return g_strdup (words);
  return g_strconcat (words, " ", word, NULL);
}

/* Returns: (transfer full): @words without @word, each time it stands there; may be empty */
char *
rapport_words_drop (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);
  GString *out = g_string_new (NULL);

  for (char **p = list; *p != NULL; p++)
    if (**p != '\0' && strcmp (*p, word) != 0)
      {
        if (out->len > 0)
          g_string_append_c (out, ' ');
        g_string_append (out, *p);
      }
  return g_string_free (out, FALSE);
}

guint
rapport_words_count (const char *words)
{
  guint n = 0;

  if (words == NULL || *words == '\0')
    return 0;
  for (const char *p = words; p != NULL; p = strchr (p + 1, ' '))
    n++;
  return n;
}

/**
 * rapport_id_is_valid:
 * @length: in bytes, or -1
 *
 * Whether @id matches [A-Za-z_][A-Za-z0-9_.-]* and has at most 256 bytes.
 */
gboolean
rapport_id_is_valid (const char *id, gssize length)
{
  gsize size = length < 0 ? strlen (id) : (gsize) length;

  if (size == 0 || size > ID_LIMIT || !(g_ascii_isalpha (id[0]) || id[0] == '_'))
    return FALSE;
  for (gsize i = 1; i < size; i++)
    if (!g_ascii_isalnum (id[i]) && id[i] != '_' && id[i] != '.' && id[i] != '-')
      return FALSE;
  return TRUE;
}
