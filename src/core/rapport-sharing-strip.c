/* rapport-sharing-strip.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One element as it leaves. What goes along is named here, a row a type; everything else stays.
 */
#include "rapport-sharing-private.h"

#include <string.h>

#include "rapport-note.h"
#include "rapport-stakeholder.h"

typedef struct
{
  const char *xml_name; /* of the element, or of a kind of reading */
  const char *leaves;   /* names of properties, with blanks between them */
} Allowed;

static const Allowed elements[] = {
  { "map", "language other-language sensitivity illustrative layout created title question other-question boundary ground-rules"
           " note" },
  { "sector", "name letter other-name" },
  { "phase", "name date standing agreed people" },
  { "perspective", "name sector people" },
  { "stakeholder", "sector kind parent spans purposes angle depth x y starred label short other-label note" },
  { "link", "a b relation starred note" },
  { "mark", "tension on phase perspective position pull felt state level note-a note-b evidence" },
  { "region", "name members" },
  { "response", "kind by structure marks status look-again level what" },
  { "function", "name" },
  { "term", "state used-by word plain" },
};

/* By the type of what they are readings of. */
static const Allowed readings[] = {
  { "stakeholder", "ring influence stake" },
  { "link", "power-a power-b gives-a gives-b kinds-a kinds-b items-a items-b fair-a fair-b" },
  { "function", "by" },
};

static gboolean
is_allowed (const Allowed *table, guint n, const char *xml_name, const char *property)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].xml_name, xml_name) == 0)
      {
        g_auto (GStrv) names = g_strsplit (table[i].leaves, " ", -1);

        return g_strv_contains ((const char *const *) names, property);
      }
  return FALSE;
}

/* --- Values ----------------------------------------------------------------------------------------------------- */

static gboolean
is_known_word (const RapportProperty *property, const char *word)
{
  for (const RapportWord *known = property->words; known != NULL && known->word != NULL; known++)
    if (strcmp (known->word, word) == 0)
      return TRUE;
  return FALSE;
}

/* "nhs:4": only a sector that leaves, and a number. Returns: (transfer full) (nullable) */
static char *
map_count (Sharing *self, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 2);
  const char *id = parts[0] != NULL ? g_hash_table_lookup (self->ids, parts[0]) : NULL;

  if (id == NULL || parts[1] == NULL || *parts[1] == '\0'
      || strspn (parts[1], "0123456789") != strlen (parts[1]))
    return NULL;
  return g_strdup_printf ("%s:%s", id, parts[1]);
}

/* Returns: (transfer full) (nullable): one word of a list as it leaves */
static char *
map_word (Sharing *self, const RapportProperty *property, const char *word)
{
  if (rapport_property_is_reference (property))
    return g_strdup (g_hash_table_lookup (self->ids, word));
  if (strcmp (property->name, "people") == 0)
    return map_count (self, word);
  return is_known_word (property, word) ? g_strdup (word) : NULL;
}

/* Returns: (transfer full) (nullable): what of a list of words or ids leaves */
static char *
map_words (Sharing *self, const RapportProperty *property, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *mapped = **word != '\0' ? map_word (self, property, *word) : NULL;

      if (mapped != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", mapped);
    }
  /* "None" is a value; all left behind is not one. */
  if (out->len == 0 && *text != '\0')
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A date of figures alone, without the time of day. */
static gboolean
is_date (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_language (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$", text,
                               G_REGEX_DOLLAR_ENDONLY, 0);
}

static GVariant *
take_text (char *text)
{
  return text != NULL ? g_variant_ref_sink (g_variant_new_take_string (text)) : NULL;
}

/* Returns: (transfer full) (nullable): a value that is stored as a string, as it leaves */
static GVariant *
map_string (Sharing *self, const RapportProperty *property, const char *text)
{
  switch (property->kind)
    {
    case RAPPORT_KIND_TEXT:
      return take_text (g_strdup (text));
    case RAPPORT_KIND_DATE:
      return take_text (is_date (text) ? g_strdup (text) : NULL);
    case RAPPORT_KIND_WORD:
      if (g_str_has_suffix (property->name, "language"))
        return take_text (is_language (text) ? g_strdup (text) : NULL);
      return take_text (is_known_word (property, text) ? g_strdup (text) : NULL);
    default:
      return take_text (map_words (self, property, text));
    }
}

static gboolean
record_leaves (const RapportProperty *property, const char *const *cells)
{
  return strcmp (property->name, "note") != 0 || rapport_level_is_shared (cells[0]);
}

/* A record is its columns (a level, a kind of evidence, a date), its text, and what the file said beside them. */
static const char *
clean_cell (const RapportProperty *property, const char *const *cells, guint cell)
{
  static const char *const kinds[] = { "example", "document", "experience", "data", NULL };
  const guint n_columns = g_strv_length ((char **) property->columns);
  const char *column = cell < n_columns ? property->columns[cell] : NULL;

  if (cell > n_columns)
    return "";
  if (column == NULL || strcmp (column, "level") == 0)
    return cells[cell];
  if (strcmp (column, "date") == 0)
    return is_date (cells[cell]) ? cells[cell] : "";
  return g_strv_contains (kinds, cells[cell]) ? cells[cell] : "";
}

/* Returns: (transfer full) (nullable): notes for the room, and evidence */
static GVariant *
map_records (const RapportProperty *property, GVariant *records)
{
  GVariantBuilder builder;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (gsize i = 0; i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      gsize n_cells;
      g_autofree const char **cells = g_variant_get_strv (record, &n_cells);

      if (!record_leaves (property, cells))
        continue;
      g_variant_builder_open (&builder, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint j = 0; j < n_cells; j++)
        g_variant_builder_add (&builder, "s", clean_cell (property, cells, j));
      g_variant_builder_close (&builder);
      n++;
    }
  if (n == 0)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* @value: (nullable). Returns: (transfer full) (nullable) */
static GVariant *
map_value (Sharing *self, const RapportProperty *property, GVariant *value)
{
  if (value == NULL)
    return NULL;
  if (property->kind == RAPPORT_KIND_RECORDS)
    return map_records (property, value);
  if (rapport_property_is_string (property))
    return map_string (self, property, g_variant_get_string (value, NULL));
  return g_variant_ref (value);
}

/* --- Readings --------------------------------------------------------------------------------------------------- */

/* Views that stay behind must not turn into "not discussed" where they are told apart by nothing agreed. */
static gboolean
is_left_with_differing_views (RapportElement *element, const char *phase, const RapportProperty *field)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (element, &n);
  int seen = RAPPORT_LEVEL_UNSET;

  if (field->kind != RAPPORT_KIND_LEVEL || !field->judged)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      int level = rapport_reading_get_level (held[i].reading, field->name);

      if (strcmp (held[i].phase, phase) != 0 || level < 0)
        continue;
      if (seen != RAPPORT_LEVEL_UNSET && seen != level)
        return TRUE;
      seen = level;
    }
  return FALSE;
}

/* Returns: (transfer full) */
static RapportReading *
strip_reading (Sharing *self, RapportElement *element, const RapportHeldReading *held)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  const char *type = rapport_element_get_xml_name (element);
  RapportReading *reading = rapport_reading_new (kind);

  for (guint i = 0; i < kind->n_properties; i++)
    {
      const RapportProperty *field = &kind->properties[i];
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GVariant) mapped = NULL;

      if (!is_allowed (readings, G_N_ELEMENTS (readings), type, field->name))
        continue;
      value = rapport_reading_get (held->reading, field);
      mapped = map_value (self, field, value);
      if (mapped != NULL)
        rapport_reading_init_value (reading, field, mapped);
      else if (value == NULL && held->perspective == NULL
               && is_left_with_differing_views (element, held->phase, field))
        {
          g_autoptr (GVariant) differ = g_variant_ref_sink (g_variant_new_int16 (RAPPORT_LEVEL_DIFFER));

          rapport_reading_init_value (reading, field, differ);
        }
    }
  return reading;
}

static void
strip_readings (Sharing *self, RapportElement *element, RapportElement *copy)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (element, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *perspective = NULL;

      if (!g_hash_table_contains (self->phases, held[i].phase))
        continue;
      if (held[i].perspective != NULL)
        {
          if (!g_hash_table_contains (self->perspectives, held[i].perspective))
            continue;
          perspective = g_hash_table_lookup (self->ids, held[i].perspective);
        }
      rapport_element_init_reading (copy, g_hash_table_lookup (self->ids, held[i].phase), perspective,
                                    strip_reading (self, element, &held[i]));
    }
}

/* --- Elements --------------------------------------------------------------------------------------------------- */

static void
strip_properties (Sharing *self, RapportElement *element, RapportElement *copy)
{
  const char *type = rapport_element_get_xml_name (element);
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GVariant) mapped = NULL;

      if (!is_allowed (elements, G_N_ELEMENTS (elements), type, properties[i].name))
        continue;
      value = rapport_element_get (element, &properties[i]);
      mapped = map_value (self, &properties[i], value);
      if (mapped != NULL)
        rapport_element_init_property (copy, &properties[i], mapped);
    }
}

/* Returns: (transfer full): @element, whose id is in the copy's list of ids, as it leaves */
RapportElement *
_rapport_sharing_strip (Sharing *self, RapportElement *element)
{
  const char *id = rapport_element_get_id (element);
  const char *code = g_hash_table_lookup (self->codes, id);
  RapportElement *copy = g_object_new (G_OBJECT_TYPE (element), NULL);

  rapport_element_init_id (copy, g_hash_table_lookup (self->ids, id));
  strip_properties (self, element, copy);
  if (rapport_element_get_reading_kind (element) != NULL)
    strip_readings (self, element, copy);
  if (code != NULL && RAPPORT_IS_STAKEHOLDER (element))
    {
      rapport_element_init_text (copy, "label", code);
      rapport_element_init_text (copy, "short", NULL);
      rapport_element_init_text (copy, "other-label", NULL);
    }
  return copy;
}

/* What the map says of itself. */
void
_rapport_sharing_strip_map (Sharing *self)
{
  strip_properties (self, RAPPORT_ELEMENT (self->map), RAPPORT_ELEMENT (self->copy->map));
}
