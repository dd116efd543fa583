/* rapport-name-match.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-name-match.h"

#include <string.h>

/* From the best on. */
typedef enum
{
  MATCH_START, /* the name begins so */
  MATCH_WORD,  /* one of its words does */
  MATCH_INSIDE,
  N_MATCHES,
} Match;

/* Both folded. */
static Match
match_text (const char *name, const char *text)
{
  const char *at = strstr (name, text);

  if (at == NULL)
    return N_MATCHES;
  if (at == name)
    return MATCH_START;
  for (; at != NULL; at = strstr (at + 1, text))
    if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return MATCH_WORD;
  return MATCH_INSIDE;
}

/* Without case and accents, which nobody types in a hurry. Returns: (transfer full) */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (apart != NULL ? apart : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static Match
match_element (RapportElement *element, const char *text)
{
  static const char *const fields[] = { "label", "short", "other-label" };
  Match best = N_MATCHES;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = rapport_element_get_text (element, fields[i]);
      g_autofree char *folded = name != NULL ? fold (name) : NULL;

      if (folded != NULL)
        best = MIN (best, match_text (folded, text));
    }
  return best;
}

/**
 * rapport_name_match_list:
 * @text: as it was typed; everybody matches nothing
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type RapportElement): stakeholders whose names have @text in them, those first
 *   whose names begin with it
 */
GPtrArray *
rapport_name_match_list (RapportMap *map, const char *text, guint most)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  g_autofree char *folded = fold (text);
  GPtrArray *found[N_MATCHES];

  for (guint i = 0; i < N_MATCHES; i++)
    found[i] = g_ptr_array_new ();
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL && found[0]->len < most;
       iter = rapport_element_list_next (iter))
    {
      Match match = match_element (g_sequence_get (iter), folded);

      if (match < N_MATCHES && found[match]->len < most)
        g_ptr_array_add (found[match], g_sequence_get (iter));
    }
  for (guint i = 1; i < N_MATCHES; i++)
    {
      for (guint j = 0; j < found[i]->len && found[0]->len < most; j++)
        g_ptr_array_add (found[0], g_ptr_array_index (found[i], j));
      g_ptr_array_unref (found[i]);
    }
  return found[0];
}
