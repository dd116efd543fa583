/* rapport-map-writer.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical form: the same map gives the same bytes on every machine and under every locale. Attributes
 * stand in the order of the tables, children in the order of the tables with readings before the records,
 * elements in the map's order, one a line, two spaces a level.
 */
#include "rapport-map-writer.h"

#include <string.h>

#include "rapport-map-reader.h"
#include "rapport-raw-xml.h"
#include "rapport-records.h"

typedef struct
{
  RapportMap *map;
  GString *out;
  GString *value; /* scratch */
} Writer;

/* The foreign children of one parent, each to be written once, found by what they hang on. */
typedef struct
{
  const RapportForeign *foreign; /* nullable */
  guint n;
  gboolean *written;  /* owned, nullable */
  GHashTable *first;  /* owned, nullable: anchor → 1 + the first child that hangs there */
  guint *next;        /* owned, nullable: 1 + the next one of the same anchor */
} Leftovers;

static void
indent (Writer *self, guint depth)
{
  static const char spaces[] = "            ";

  g_string_append_len (self->out, spaces, (gssize) MIN (2 * depth, sizeof spaces - 1));
}

static void
leftovers_init (Leftovers *self, const RapportForeign *foreign)
{
  *self = (Leftovers){ .foreign = foreign, .n = rapport_foreign_count_children (foreign) };
  if (self->n == 0)
    return;
  self->written = g_new0 (gboolean, self->n);
  self->next = g_new0 (guint, self->n);
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = self->n; i-- > 0;)
    {
      char *anchor = rapport_foreign_get_child (foreign, i)->anchor;

      self->next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, anchor));
      g_hash_table_insert (self->first, anchor, GUINT_TO_POINTER (i + 1));
    }
}

static void
leftovers_clear (Leftovers *self)
{
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->first, g_hash_table_unref);
}

static void
write_raw_line (Writer *self, guint depth, const char *xml)
{
  indent (self, depth);
  g_string_append (self->out, xml);
  g_string_append_c (self->out, '\n');
}

/* Those that hang behind @anchor, in the order in which they were read. */
static void
leftovers_write (Writer *self, Leftovers *leftovers, guint depth, const char *anchor)
{
  guint i;

  if (leftovers->n == 0)
    return;
  i = GPOINTER_TO_UINT (g_hash_table_lookup (leftovers->first, anchor));
  for (; i > 0; i = leftovers->next[i - 1])
    if (!leftovers->written[i - 1])
      {
        write_raw_line (self, depth, rapport_foreign_get_child (leftovers->foreign, i - 1)->xml);
        leftovers->written[i - 1] = TRUE;
      }
}

/* Those whose sibling is gone come last; what stands outside the root is not among them. */
static void
leftovers_finish (Writer *self, Leftovers *leftovers, guint depth)
{
  for (guint i = 0; i < leftovers->n; i++)
    {
      const RapportForeignChild *child = rapport_foreign_get_child (leftovers->foreign, i);

      if (!leftovers->written[i] && strcmp (child->anchor, RAPPORT_ANCHOR_PROLOG) != 0
          && strcmp (child->anchor, RAPPORT_ANCHOR_EPILOG) != 0)
        write_raw_line (self, depth, child->xml);
    }
  leftovers_clear (leftovers);
}

static void
leftovers_write_counted (Writer *self, Leftovers *leftovers, guint depth, const char *name, guint count)
{
  g_autofree char *anchor = NULL;

  if (leftovers->n == 0)
    return;
  anchor = g_strdup_printf ("%s %u", name, count);
  leftovers_write (self, leftovers, depth, anchor);
}

static void
write_attribute (Writer *self, const char *name, const char *value)
{
  rapport_raw_xml_append_attribute (self->out, name, value, -1);
}

static void
write_field_attribute (Writer *self, const RapportProperty *property, gconstpointer holder)
{
  const char *name = rapport_property_get_xml_name (property);

  if (rapport_property_is_string (property))
    {
      write_attribute (self, name, rapport_field_get_string (property, holder));
      return;
    }
  g_string_truncate (self->value, 0);
  rapport_field_print (property, holder, self->value);
  write_attribute (self, name, self->value->str);
}

static void
write_table_attributes (Writer *self, const RapportProperty *table, guint n, gconstpointer holder)
{
  for (guint i = 0; i < n; i++)
    if (!table[i].in_element && rapport_field_is_set (&table[i], holder))
      write_field_attribute (self, &table[i], holder);
}

/* An unknown value of a known attribute is kept only as long as that property is not given. */
static gboolean
is_superseded (const RapportProperty *table, guint n, gconstpointer holder, const char *name)
{
  const RapportProperty *property = table != NULL ? rapport_properties_find_xml (table, n, name) : NULL;

  return property != NULL && !property->in_element && rapport_field_is_set (property, holder);
}

/* Names with a space belong to a child: "label xml:lang". */
static void
write_some_foreign_attributes (Writer *self, const RapportForeign *foreign,
                               const RapportProperty *table, guint n, gconstpointer holder,
                               gboolean namespaces)
{
  for (guint i = 0; i < rapport_foreign_count_attributes (foreign); i++)
    {
      const RapportForeignAttribute *attribute = rapport_foreign_get_attribute (foreign, i);

      if (strchr (attribute->name, ' ') == NULL
          && g_str_has_prefix (attribute->name, "xmlns:") == namespaces
          && !is_superseded (table, n, holder, attribute->name))
        write_attribute (self, attribute->name, attribute->value);
    }
}

/* Namespaces last, as a parser tells of them: lists in several pieces bring them mixed. */
static void
write_foreign_attributes (Writer *self, const RapportForeign *foreign,
                          const RapportProperty *table, guint n, gconstpointer holder)
{
  if (foreign == NULL)
    return;
  write_some_foreign_attributes (self, foreign, table, n, holder, FALSE);
  write_some_foreign_attributes (self, foreign, table, n, holder, TRUE);
}

static void
write_attributes_of_child (Writer *self, const RapportForeign *foreign, const char *child)
{
  gsize length = strlen (child);

  for (guint i = 0; i < rapport_foreign_count_attributes (foreign); i++)
    {
      const RapportForeignAttribute *attribute = rapport_foreign_get_attribute (foreign, i);

      if (strncmp (attribute->name, child, length) == 0 && attribute->name[length] == ' ')
        write_attribute (self, attribute->name + length + 1, attribute->value);
    }
}

static void
write_text_element (Writer *self, const char *name, const char *text)
{
  if (*text == '\0')
    {
      g_string_append (self->out, "/>\n");
      return;
    }
  g_string_append_c (self->out, '>');
  rapport_raw_xml_append_text (self->out, text, -1);
  g_string_append (self->out, "</");
  g_string_append (self->out, name);
  g_string_append (self->out, ">\n");
}

/* @cell: the first of the record */
static void
write_record (Writer *self, const RapportProperty *property, const char *cell, guint n_columns, guint depth)
{
  const char *name = rapport_property_get_xml_name (property);

  indent (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  for (guint i = 0; i < n_columns; i++)
    {
      if (*cell != '\0')
        write_attribute (self, property->columns[i], cell);
      cell = rapport_records_next_cell (cell);
    }
  /* The unknown attributes are the last, the text is last but one. */
  g_string_append (self->out, rapport_records_next_cell (cell));
  write_text_element (self, name, cell);
}

/* The texts are taken as they lie in the bytes: notes are the commonest thing in a large map. */
static void
write_records (Writer *self, const RapportProperty *property, gconstpointer holder, guint depth,
               Leftovers *leftovers)
{
  GVariant *records = rapport_field_get_records (property, holder);
  const char *record = g_variant_get_data (records);
  guint n_records = (guint) g_variant_n_children (records);
  guint n_columns = g_strv_length ((char **) property->columns);

  for (guint i = 0; i < n_records; i++)
    {
      write_record (self, property, record, n_columns, depth);
      leftovers_write_counted (self, leftovers, depth, rapport_property_get_xml_name (property), i + 1);
      record = rapport_records_next_record (record, n_columns + 2);
    }
}

static void
write_text_property (Writer *self, const RapportProperty *property, gconstpointer holder,
                     const RapportForeign *foreign, guint depth, Leftovers *leftovers)
{
  const char *name = rapport_property_get_xml_name (property);

  indent (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  write_attributes_of_child (self, foreign, name);
  write_text_element (self, name, rapport_field_get_string (property, holder));
  leftovers_write_counted (self, leftovers, depth, name, 1);
}

/* @records: write the lists, or else the single texts; readings stand between the two */
static void
write_child_properties (Writer *self, const RapportProperty *table, guint n, gconstpointer holder,
                        const RapportForeign *foreign, guint depth, Leftovers *leftovers,
                        gboolean records)
{
  for (guint i = 0; i < n; i++)
    {
      if (!table[i].in_element || !rapport_field_is_set (&table[i], holder)
          || (table[i].kind == RAPPORT_KIND_RECORDS) != records)
        continue;
      if (records)
        write_records (self, &table[i], holder, depth, leftovers);
      else
        write_text_property (self, &table[i], holder, foreign, depth, leftovers);
    }
}

static gboolean
has_children (const RapportProperty *table, guint n, gconstpointer holder,
              const RapportForeign *foreign)
{
  for (guint i = 0; i < n; i++)
    if (table[i].in_element && rapport_field_is_set (&table[i], holder))
      return TRUE;
  return rapport_foreign_count_children (foreign) > 0;
}

static void
write_reading (Writer *self, const RapportHeldReading *held, guint depth)
{
  const RapportReading *reading = held->reading;
  const RapportReadingKind *kind = reading->kind;
  const RapportForeign *foreign = rapport_reading_get_foreign (reading);
  Leftovers leftovers;

  indent (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, kind->xml_name);
  write_attribute (self, "phase", held->phase);
  if (held->perspective != NULL)
    write_attribute (self, "perspective", held->perspective);
  write_table_attributes (self, kind->properties, kind->n_properties, reading);
  write_foreign_attributes (self, foreign, kind->properties, kind->n_properties, reading);
  if (!has_children (kind->properties, kind->n_properties, reading, foreign))
    {
      g_string_append (self->out, "/>\n");
      return;
    }
  g_string_append (self->out, ">\n");
  leftovers_init (&leftovers, foreign);
  leftovers_write (self, &leftovers, depth + 1, "");
  write_child_properties (self, kind->properties, kind->n_properties, reading, NULL, depth + 1,
                          &leftovers, TRUE);
  leftovers_finish (self, &leftovers, depth + 1);
  indent (self, depth);
  g_string_append_printf (self->out, "</%s>\n", kind->xml_name);
}

/* Readings by the order of phases, agreed before perspectives; of what is not declared, by name. */
static guint
place_of (Writer *self, RapportList list, const char *id)
{
  RapportElement *element;

  if (id == NULL)
    return 0;
  element = rapport_map_lookup (self->map, id);
  if (element == NULL
      || rapport_list_info_find_type (G_OBJECT_TYPE (element))->list != list)
    return G_MAXUINT;
  return rapport_element_get_position (element) + 1;
}

static int
compare_held (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RapportHeldReading *left = *(RapportHeldReading *const *) a;
  const RapportHeldReading *right = *(RapportHeldReading *const *) b;
  guint x = place_of (user_data, RAPPORT_LIST_PHASES, left->phase);
  guint y = place_of (user_data, RAPPORT_LIST_PHASES, right->phase);
  int names = strcmp (left->phase, right->phase);

  if (x != y)
    return x < y ? -1 : 1;
  if (names != 0)
    return names;
  x = place_of (user_data, RAPPORT_LIST_PERSPECTIVES, left->perspective);
  y = place_of (user_data, RAPPORT_LIST_PERSPECTIVES, right->perspective);
  if (x != y)
    return x < y ? -1 : 1;
  return g_strcmp0 (left->perspective, right->perspective);
}

static void
write_readings (Writer *self, RapportElement *element, guint depth, Leftovers *leftovers)
{
  g_autofree const RapportHeldReading **sorted = NULL;
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (element, &n);

  sorted = g_new (const RapportHeldReading *, n + 1);
  for (guint i = 0; i < n; i++)
    sorted[i] = &held[i];
  if (n > 1)
    g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_held, self);
  for (guint i = 0; i < n; i++)
    {
      write_reading (self, sorted[i], depth);
      leftovers_write_counted (self, leftovers, depth, sorted[i]->reading->kind->xml_name, i + 1);
    }
}

static void
write_element (Writer *self, RapportElement *element, guint depth)
{
  guint n;
  guint n_readings;
  const RapportProperty *table = rapport_element_list_properties (element, &n);
  const RapportForeign *foreign = rapport_element_get_foreign (element);
  const char *name = rapport_element_get_xml_name (element);
  Leftovers leftovers;

  indent (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  write_attribute (self, "id", rapport_element_get_id (element));
  write_table_attributes (self, table, n, element);
  write_foreign_attributes (self, foreign, table, n, element);
  rapport_element_list_readings (element, &n_readings);
  if (n_readings == 0 && !has_children (table, n, element, foreign))
    {
      g_string_append (self->out, "/>\n");
      return;
    }
  g_string_append (self->out, ">\n");
  leftovers_init (&leftovers, foreign);
  leftovers_write (self, &leftovers, depth + 1, "");
  write_child_properties (self, table, n, element, foreign, depth + 1, &leftovers, FALSE);
  write_readings (self, element, depth + 1, &leftovers);
  write_child_properties (self, table, n, element, foreign, depth + 1, &leftovers, TRUE);
  leftovers_finish (self, &leftovers, depth + 1);
  indent (self, depth);
  g_string_append (self->out, "</");
  g_string_append (self->out, name);
  g_string_append (self->out, ">\n");
}

static void
write_list (Writer *self, RapportList which, Leftovers *around)
{
  const RapportListInfo *info = rapport_list_info_get (which);
  RapportElementList *list = rapport_map_get_list (self->map, which);
  const RapportForeign *foreign = rapport_map_get_container_foreign (self->map, which);
  Leftovers leftovers;

  if (rapport_element_list_get_length (list) == 0 && foreign == NULL)
    return;
  indent (self, 1);
  g_string_append_printf (self->out, "<%s", info->container);
  write_foreign_attributes (self, foreign, NULL, 0, NULL);
  g_string_append (self->out, ">\n");
  leftovers_init (&leftovers, foreign);
  leftovers_write (self, &leftovers, 2, "");
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *element = g_sequence_get (iter);

      write_element (self, element, 2);
      if (leftovers.n > 0)
        leftovers_write (self, &leftovers, 2, rapport_element_get_id (element));
    }
  leftovers_finish (self, &leftovers, 2);
  indent (self, 1);
  g_string_append_printf (self->out, "</%s>\n", info->container);
  leftovers_write_counted (self, around, 1, info->container, 1);
}

static void
write_map (Writer *self)
{
  RapportElement *map = RAPPORT_ELEMENT (self->map);
  const RapportForeign *foreign = rapport_element_get_foreign (map);
  Leftovers leftovers;
  guint n;
  const RapportProperty *table = rapport_element_list_properties (map, &n);

  leftovers_init (&leftovers, foreign);
  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  leftovers_write (self, &leftovers, 0, RAPPORT_ANCHOR_PROLOG);
  g_string_append (self->out, "<map xmlns=\"" RAPPORT_NAMESPACE "\"");
  write_table_attributes (self, table, n, map);
  write_foreign_attributes (self, foreign, table, n, map);
  g_string_append (self->out, ">\n");
  leftovers_write (self, &leftovers, 1, "");
  write_child_properties (self, table, n, map, foreign, 1, &leftovers, FALSE);
  write_child_properties (self, table, n, map, foreign, 1, &leftovers, TRUE);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    write_list (self, i, &leftovers);
  leftovers_finish (self, &leftovers, 1);
  g_string_append (self->out, "</map>\n");
  leftovers_init (&leftovers, foreign);
  leftovers_write (self, &leftovers, 0, RAPPORT_ANCHOR_EPILOG);
  leftovers_clear (&leftovers);
}

/**
 * rapport_map_write:
 * Returns: (transfer full): the map in its canonical form, UTF-8
 */
GBytes *
rapport_map_write (RapportMap *map)
{
  Writer self = { .map = map };

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  self.out = g_string_sized_new (64 * 1024);
  self.value = g_string_new (NULL);
  write_map (&self);
  g_string_free (self.value, TRUE);
  return g_string_free_to_bytes (self.out);
}
