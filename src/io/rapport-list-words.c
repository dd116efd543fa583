/* rapport-list-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-link.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"

typedef struct
{
  const char *word;  /* folded */
  const char *means;
} Meaning;

typedef struct
{
  const char *heading; /* folded */
  RapportListColumn column;
} Heading;

/**
 * rapport_list_fold:
 *
 * Returns: (transfer full): letters and figures in small without accents, with single blanks for all between them, so
 *   that what people would call the same name is the same
 */
char *
rapport_list_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (apart != NULL ? apart : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || c == '\'' || c == 0x2019)
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (c == '&')
        g_string_append (out, out->len > 0 && out->str[out->len - 1] != ' ' ? " and " : "and ");
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* --- Headings --------------------------------------------------------------------------------------------------- */

static const Heading headings[] = {
  { "id", RAPPORT_COLUMN_ID }, { "key", RAPPORT_COLUMN_ID }, { "ref", RAPPORT_COLUMN_ID },
  { "reference", RAPPORT_COLUMN_ID }, { "identifier", RAPPORT_COLUMN_ID },
  { "name", RAPPORT_COLUMN_NAME }, { "label", RAPPORT_COLUMN_NAME }, { "stakeholder", RAPPORT_COLUMN_NAME },
  { "stakeholders", RAPPORT_COLUMN_NAME }, { "stakeholder name", RAPPORT_COLUMN_NAME },
  { "organisation", RAPPORT_COLUMN_NAME }, { "organization", RAPPORT_COLUMN_NAME },
  { "organisation name", RAPPORT_COLUMN_NAME }, { "organization name", RAPPORT_COLUMN_NAME },
  { "organisations", RAPPORT_COLUMN_NAME }, { "org", RAPPORT_COLUMN_NAME }, { "partner", RAPPORT_COLUMN_NAME },
  { "partners", RAPPORT_COLUMN_NAME }, { "partner name", RAPPORT_COLUMN_NAME }, { "who", RAPPORT_COLUMN_NAME },
  { "actor", RAPPORT_COLUMN_NAME }, { "element", RAPPORT_COLUMN_NAME }, { "title", RAPPORT_COLUMN_NAME },
  { "short", RAPPORT_COLUMN_SHORT }, { "short name", RAPPORT_COLUMN_SHORT },
  { "abbreviation", RAPPORT_COLUMN_SHORT }, { "acronym", RAPPORT_COLUMN_SHORT },
  { "other name", RAPPORT_COLUMN_OTHER_NAME }, { "second name", RAPPORT_COLUMN_OTHER_NAME },
  { "name in the other language", RAPPORT_COLUMN_OTHER_NAME }, { "other language", RAPPORT_COLUMN_OTHER_NAME },
  { "second language", RAPPORT_COLUMN_OTHER_NAME }, { "translation", RAPPORT_COLUMN_OTHER_NAME },
  { "welsh", RAPPORT_COLUMN_OTHER_NAME }, { "welsh name", RAPPORT_COLUMN_OTHER_NAME },
  { "name in welsh", RAPPORT_COLUMN_OTHER_NAME }, { "name cy", RAPPORT_COLUMN_OTHER_NAME },
  { "cymraeg", RAPPORT_COLUMN_OTHER_NAME }, { "enw", RAPPORT_COLUMN_OTHER_NAME },
  { "enw cymraeg", RAPPORT_COLUMN_OTHER_NAME },
  { "sector", RAPPORT_COLUMN_SECTOR }, { "category", RAPPORT_COLUMN_SECTOR },
  { "stakeholder group", RAPPORT_COLUMN_SECTOR }, { "constituency", RAPPORT_COLUMN_SECTOR },
  { "type", RAPPORT_COLUMN_TYPE }, { "group", RAPPORT_COLUMN_TYPE }, { "stakeholder type", RAPPORT_COLUMN_TYPE },
  { "organisation type", RAPPORT_COLUMN_TYPE }, { "organization type", RAPPORT_COLUMN_TYPE },
  { "kind", RAPPORT_COLUMN_KIND },
  { "ring", RAPPORT_COLUMN_RING }, { "involvement", RAPPORT_COLUMN_RING }, { "engagement", RAPPORT_COLUMN_RING },
  { "closeness", RAPPORT_COLUMN_RING },
  { "influence", RAPPORT_COLUMN_INFLUENCE }, { "power", RAPPORT_COLUMN_INFLUENCE },
  { "stake", RAPPORT_COLUMN_STAKE }, { "interest", RAPPORT_COLUMN_STAKE },
  { "spans", RAPPORT_COLUMN_SPANS }, { "bridges", RAPPORT_COLUMN_SPANS },
  { "note", RAPPORT_COLUMN_NOTE }, { "notes", RAPPORT_COLUMN_NOTE }, { "description", RAPPORT_COLUMN_NOTE },
  { "comment", RAPPORT_COLUMN_NOTE }, { "comments", RAPPORT_COLUMN_NOTE }, { "remarks", RAPPORT_COLUMN_NOTE },
  { "from", RAPPORT_COLUMN_FROM }, { "source", RAPPORT_COLUMN_FROM }, { "a", RAPPORT_COLUMN_FROM },
  { "from name", RAPPORT_COLUMN_FROM }, { "one side", RAPPORT_COLUMN_FROM },
  { "to", RAPPORT_COLUMN_TO }, { "target", RAPPORT_COLUMN_TO }, { "b", RAPPORT_COLUMN_TO },
  { "to name", RAPPORT_COLUMN_TO }, { "other side", RAPPORT_COLUMN_TO },
  { "relation", RAPPORT_COLUMN_RELATION }, { "relationship", RAPPORT_COLUMN_RELATION },
  { "link", RAPPORT_COLUMN_RELATION }, { "connection", RAPPORT_COLUMN_RELATION },
  { "link type", RAPPORT_COLUMN_RELATION }, { "connection type", RAPPORT_COLUMN_RELATION },
  { "code", RAPPORT_COLUMN_CODE }, { "values", RAPPORT_COLUMN_CODE }, { "numbers", RAPPORT_COLUMN_CODE },
  { "power a", RAPPORT_COLUMN_POWER_A }, { "power b", RAPPORT_COLUMN_POWER_B },
  { "power from", RAPPORT_COLUMN_POWER_A }, { "power to", RAPPORT_COLUMN_POWER_B },
  { "from can decide", RAPPORT_COLUMN_POWER_A }, { "to can decide", RAPPORT_COLUMN_POWER_B },
  { "gives a", RAPPORT_COLUMN_GIVES_A }, { "gives b", RAPPORT_COLUMN_GIVES_B },
  { "gives from", RAPPORT_COLUMN_GIVES_A }, { "gives to", RAPPORT_COLUMN_GIVES_B },
  { "from gives", RAPPORT_COLUMN_GIVES_A }, { "to gives", RAPPORT_COLUMN_GIVES_B },
  { "gives", RAPPORT_COLUMN_GIVES_A }, { "gets back", RAPPORT_COLUMN_GIVES_B }, { "gets", RAPPORT_COLUMN_GIVES_B },
  { "kinds a", RAPPORT_COLUMN_KINDS_A }, { "kinds b", RAPPORT_COLUMN_KINDS_B },
  { "power kinds a", RAPPORT_COLUMN_KINDS_A }, { "power kinds b", RAPPORT_COLUMN_KINDS_B },
  { "items a", RAPPORT_COLUMN_ITEMS_A }, { "items b", RAPPORT_COLUMN_ITEMS_B },
  { "fair a", RAPPORT_COLUMN_FAIR_A }, { "fair b", RAPPORT_COLUMN_FAIR_B },
};

/* RAPPORT_COLUMN_UNKNOWN where nothing is known of such a column */
RapportListColumn
rapport_list_find_column (const char *heading)
{
  g_autofree char *folded = rapport_list_fold (heading);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].heading, folded) == 0)
      return headings[i].column;
  return RAPPORT_COLUMN_UNKNOWN;
}

/* --- Sectors ---------------------------------------------------------------------------------------------------- */

/* As a sector column says it, whole. "public" stands for the map's own sector of the public. */
static const Meaning sector_words[] = {
  { "academia", "academia" }, { "academic", "academia" }, { "academics", "academia" },
  { "university", "academia" }, { "universities", "academia" }, { "research", "academia" },
  { "higher education", "academia" }, { "he", "academia" }, { "hei", "academia" }, { "education", "academia" },
  { "nhs", "nhs" }, { "nhs and care", "nhs" }, { "health", "nhs" }, { "healthcare", "nhs" },
  { "health care", "nhs" }, { "health and care", "nhs" }, { "health service", "nhs" }, { "provider", "nhs" },
  { "providers", "nhs" }, { "clinical", "nhs" }, { "care", "nhs" },
  { "policy", "policy" }, { "policy and local government", "policy" }, { "government", "policy" },
  { "local government", "policy" }, { "council", "policy" }, { "local authority", "policy" },
  { "public sector", "policy" }, { "statutory", "policy" }, { "policy makers", "policy" }, { "funder", "policy" },
  { "third", "third" }, { "third sector", "third" }, { "third sector vcse", "third" }, { "voluntary", "third" },
  { "voluntary sector", "third" }, { "charity", "third" }, { "charities", "third" }, { "vcse", "third" },
  { "vcs", "third" }, { "vcfse", "third" }, { "ngo", "third" }, { "civil society", "third" },
  { "community and voluntary", "third" }, { "voluntary and community", "third" }, { "non profit", "third" },
  { "across", "across" }, { "shared structure", "across" }, { "shared structures", "across" },
  { "structure", "across" }, { "structures", "across" }, { "shared", "across" }, { "facilitating structure", "across" },
  { "public", "public" }, { "public and communities", "public" }, { "the public", "public" },
  { "community", "public" }, { "communities", "public" }, { "patients", "public" }, { "patients and public", "public" },
  { "patient and public", "public" }, { "residents", "public" }, { "citizens", "public" }, { "other public", "public" },
  { "ppi", "public" }, { "ppie", "public" }, { "carers", "public" }, { "service users", "public" }, { "other", "public" },
};

/* Words of a name, the surest first: a hospital of a university is the NHS's. */
static const Meaning name_words[] = {
  { "nhs", "nhs" }, { "hospital", "nhs" }, { "hospitals", "nhs" }, { "ambulance", "nhs" }, { "ccg", "nhs" },
  { "icb", "nhs" }, { "integrated care board", "nhs" }, { "clinical commissioning", "nhs" },
  { "primary care", "nhs" }, { "general practice", "nhs" }, { "gp", "nhs" }, { "gps", "nhs" },
  { "health board", "nhs" }, { "health trust", "nhs" }, { "hospital trust", "nhs" }, { "care trust", "nhs" },
  { "mental health trust", "nhs" }, { "foundation trust", "nhs" }, { "nursing", "nhs" }, { "nurses", "nhs" },
  { "clinicians", "nhs" }, { "clinic", "nhs" }, { "pharmacy", "nhs" }, { "health authority", "nhs" },
  { "steering group", "across" }, { "partnership board", "across" }, { "joint committee", "across" },
  { "joint board", "across" }, { "collaboration board", "across" },
  { "patient", "public" }, { "patients", "public" }, { "residents", "public" }, { "citizens", "public" },
  { "carers", "public" }, { "public panel", "public" }, { "service users", "public" }, { "young people", "public" },
  { "parents", "public" }, { "tenants", "public" }, { "neighbours", "public" }, { "ppi", "public" },
  { "ppie", "public" }, { "lived experience", "public" },
  { "charity", "third" }, { "charities", "third" }, { "voluntary", "third" }, { "volunteer", "third" },
  { "volunteers", "third" }, { "housing association", "third" }, { "community interest", "third" },
  { "cic", "third" }, { "food bank", "third" }, { "foodbank", "third" }, { "age uk", "third" }, { "mind", "third" },
  { "vcse", "third" }, { "healthwatch", "third" }, { "hospice", "third" }, { "social enterprise", "third" },
  { "university", "academia" }, { "universities", "academia" }, { "college", "academia" },
  { "school of", "academia" }, { "faculty", "academia" }, { "academic", "academia" }, { "academics", "academia" },
  { "professor", "academia" }, { "researchers", "academia" }, { "research group", "academia" },
  { "research centre", "academia" }, { "research institute", "academia" }, { "institute of", "academia" },
  { "medical school", "academia" }, { "business school", "academia" },
  { "council", "policy" }, { "councillors", "policy" }, { "borough", "policy" }, { "local authority", "policy" },
  { "combined authority", "policy" }, { "government", "policy" }, { "ministry", "policy" }, { "minister", "policy" },
  { "mayor", "policy" }, { "department of", "policy" }, { "department for", "policy" }, { "police", "policy" },
  { "public health", "policy" }, { "commissioner", "policy" }, { "commissioners", "policy" }, { "policy", "policy" },
  { "funder", "policy" }, { "regulator", "policy" }, { "nihr", "policy" }, { "ukri", "policy" },
};

static const char *
find_meaning (const Meaning *words, guint n, const char *folded)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (words[i].word, folded) == 0)
      return words[i].means;
  return NULL;
}

/* Whether @words stand in @text as words of their own; both are folded. */
static gboolean
has_words (const char *text, const char *words)
{
  const gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if ((at == text || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* A sector that the map declares, by its caption or id; "other" is the public's where it declares none. */
static const char *
find_own_sector (RapportMap *map, const char *folded)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_SECTORS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      const char *id = rapport_element_get_id (g_sequence_get (iter));
      const char *name = rapport_element_get_text (g_sequence_get (iter), "name");
      g_autofree char *id_folded = rapport_list_fold (id);
      g_autofree char *name_folded = rapport_list_fold (name != NULL ? name : "");

      if (strcmp (name_folded, folded) == 0 || strcmp (id_folded, folded) == 0)
        return id;
    }
  return NULL;
}

static const char *
find_publics_sector (RapportMap *map)
{
  gboolean any = FALSE;

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_SECTORS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      const char *id = rapport_element_get_id (g_sequence_get (iter));
      const char *name = rapport_element_get_text (g_sequence_get (iter), "name");
      g_autofree char *folded = rapport_list_fold (name != NULL ? name : id);

      if (rapport_sector_is_built_in (id))
        continue;
      any = TRUE;
      if (strcmp (id, "other") == 0 || g_strcmp0 (find_meaning (sector_words, G_N_ELEMENTS (sector_words), folded), "public") == 0)
        return id;
    }
  return any ? NULL : "other";
}

static const char *
find_translated_sector (const char *folded)
{
  static const char *const ids[] = { "academia", "nhs", "policy", "third", "across" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = rapport_list_fold (g_dgettext (GETTEXT_PACKAGE, rapport_sector_built_in_name (ids[i])));

      if (strcmp (name, folded) == 0)
        return ids[i];
    }
  return NULL;
}

/* Returns: (nullable) (transfer none): the id of the sector that a cell of a sector column means */
const char *
rapport_list_find_sector (RapportMap *map, const char *text)
{
  g_autofree char *folded = rapport_list_fold (text);
  const char *sector = find_own_sector (map, folded);

  if (sector == NULL)
    sector = find_translated_sector (folded);
  if (sector == NULL)
    sector = find_meaning (sector_words, G_N_ELEMENTS (sector_words), folded);
  return g_strcmp0 (sector, "public") == 0 && rapport_map_lookup (map, "public") == NULL
           ? find_publics_sector (map) : sector;
}

/* Returns: (nullable) (transfer none): the id of the sector that the words of a name let one think of */
const char *
rapport_list_guess_sector (RapportMap *map, const char *name)
{
  g_autofree char *folded = rapport_list_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (name_words); i++)
    if (has_words (folded, name_words[i].word))
      return strcmp (name_words[i].means, "public") == 0 ? find_publics_sector (map) : name_words[i].means;
  return NULL;
}

/* --- Words of the map ------------------------------------------------------------------------------------------- */

static const Meaning kind_words[] = {
  { "organization", "organisation" }, { "org", "organisation" }, { "group", "group" }, { "team", "group" },
  { "department", "group" }, { "person", "role" }, { "post", "role" }, { "structure", "structure" },
  { "shared structure", "structure" }, { "board", "structure" }, { "committee", "structure" },
};

static const Meaning ring_words[] = {
  { "inner", "core" }, { "centre", "core" }, { "center", "core" }, { "central", "core" }, { "outer", "edge" },
  { "periphery", "edge" }, { "peripheral", "edge" }, { "not here", "missing" }, { "absent", "missing" },
  { "to invite", "missing" }, { "not involved", "missing" },
};

static const Meaning relation_words[] = {
  { "fund", "funds" }, { "funder", "funds" }, { "funding", "funds" }, { "govern", "governs" },
  { "governance", "governs" }, { "host", "hosts" }, { "hosting", "hosts" }, { "membership", "member" },
  { "member of", "member" }, { "delivery", "delivers-with" }, { "delivers", "delivers-with" },
  { "advice", "advises" }, { "advise", "advises" }, { "information", "informs" }, { "inform", "informs" },
};

/* A word as the map stores it or as it is said on screen. Returns: (nullable) (transfer none) */
static const char *
find_word (const RapportWord *words, const char *folded)
{
  for (; words->word != NULL; words++)
    {
      g_autofree char *stored = rapport_list_fold (words->word);
      g_autofree char *english = rapport_list_fold (words->title);
      g_autofree char *said = rapport_list_fold (g_dgettext (GETTEXT_PACKAGE, words->title));

      if (strcmp (stored, folded) == 0 || strcmp (english, folded) == 0 || strcmp (said, folded) == 0)
        return words->word;
    }
  return NULL;
}

static const RapportWord *
words_of (GType type, const char *property, gboolean reading)
{
  g_autoptr (RapportElement) element = g_object_new (type, NULL);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);

  if (reading)
    return rapport_properties_find (kind->properties, kind->n_properties, property)->words;
  return rapport_element_find_property (element, property)->words;
}

static const char *
find_either (const RapportWord *words, const Meaning *more, guint n, const char *text)
{
  g_autofree char *folded = rapport_list_fold (text);
  const char *found = find_word (words, folded);

  return found != NULL ? found : find_meaning (more, n, folded);
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_list_find_kind (const char *text)
{
  return find_either (words_of (RAPPORT_TYPE_STAKEHOLDER, "kind", FALSE), kind_words, G_N_ELEMENTS (kind_words), text);
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_list_find_ring (const char *text)
{
  return find_either (words_of (RAPPORT_TYPE_STAKEHOLDER, "ring", TRUE), ring_words, G_N_ELEMENTS (ring_words), text);
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_list_find_relation (const char *text)
{
  return find_either (words_of (RAPPORT_TYPE_LINK, "relation", FALSE), relation_words, G_N_ELEMENTS (relation_words),
                      text);
}

/* Returns: (nullable) (transfer none): a word of @property of a link's reading, such as "items-a" */
const char *
rapport_list_find_link_word (const char *property, const char *text)
{
  g_autofree char *folded = rapport_list_fold (text);

  return find_word (words_of (RAPPORT_TYPE_LINK, property, TRUE), folded);
}

/* --- Levels ----------------------------------------------------------------------------------------------------- */

static gboolean
is_not_discussed (const char *text)
{
  return *text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "?") == 0;
}

static gboolean
read_level_word (const char *text, int most, int *level)
{
  static const char *const few[] = { N_("none"), N_("a little"), N_("some"), N_("a lot") };
  g_autofree char *folded = rapport_list_fold (text);

  for (int i = 0; i < (int) G_N_ELEMENTS (few); i++)
    if (most == 3 && (strcmp (folded, few[i]) == 0 || strcmp (folded, g_dgettext (GETTEXT_PACKAGE, few[i])) == 0))
      {
        *level = i;
        return TRUE;
      }
  if (strcmp (folded, "views differ") == 0 || strcmp (folded, "differ") == 0)
    {
      *level = RAPPORT_LEVEL_DIFFER;
      return TRUE;
    }
  return FALSE;
}

/**
 * rapport_list_read_level:
 * @most: 5 for influence and stake, 3 on links
 * @level: (out): a number, RAPPORT_LEVEL_UNSET for not discussed or RAPPORT_LEVEL_DIFFER
 *
 * Returns: %FALSE where @text is none of these
 */
gboolean
rapport_list_read_level (const char *text, int most, int *level)
{
  *level = RAPPORT_LEVEL_UNSET;
  if (is_not_discussed (text))
    return TRUE;
  if (g_ascii_isdigit (text[0]) && (text[1] == '\0' || strcmp (text + 1, ".0") == 0) && text[0] - '0' <= most)
    {
      *level = text[0] - '0';
      return TRUE;
    }
  return read_level_word (text, most, level);
}

/* Power of both sides, then what both give, as "3032"; a minus is not discussed. Spreadsheets drop noughts in front. */
gboolean
rapport_list_read_code (const char *text, int levels[4])
{
  const gsize length = strlen (text);
  const gboolean number = length > 0 && strspn (text, "0123") == length;

  for (guint i = 0; i < 4; i++)
    levels[i] = RAPPORT_LEVEL_UNSET;
  if (length > 4 || length == 0 || strspn (text, "0123-") != length || (length < 4 && !number))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      const char c = i < 4 - length ? '0' : text[i - (4 - length)];

      levels[i] = c == '-' ? RAPPORT_LEVEL_UNSET : c - '0';
    }
  return TRUE;
}
