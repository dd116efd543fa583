/* rapport-map-builder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The other half of the reader: known elements become parts of the map, by the tables of their types.
 */
#include "rapport-map-parser-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rapport-raw-xml.h"
#include "rapport-records.h"
#include "rapport-text.h"

/* More readings than this of one thing are no judgements; they are looked up one by one. */
#define MAX_READINGS 256

/* Numbers beyond this are slips of a machine, not places that somebody meant. */
#define FARTHEST_MEANT 1e9

/* What an element can hold is asked for once, not for each of its children. */
static void
open_element (Frame *frame, RapportElement *element)
{
  frame->element = element;
  frame->kind_of_reading = rapport_element_get_reading_kind (element);
  frame->table = rapport_element_list_properties (element, &frame->n_properties);
}

static const Attribute *
find_attribute (const Attribute *attributes, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (attributes[i].prefix == NULL && same_name (attributes[i].name, name))
      return &attributes[i];
  return NULL;
}

static char *
dup_value (const Attribute *attribute)
{
  return attribute != NULL ? g_strndup (attribute->value, attribute->length) : NULL;
}

static gboolean
is_named (const RapportProperty *property, const Attribute *attribute)
{
  const char *name = property->xml_name != NULL ? property->xml_name : property->name;

  if (attribute->prefix == NULL)
    return same_name (name, attribute->name);
  /* A property is called "xml:lang" where the attribute has that prefix. */
  return strcmp (attribute->prefix, "xml") == 0 && g_str_has_prefix (name, "xml:")
         && strcmp (name + strlen ("xml:"), attribute->name) == 0;
}

/* Attributes mostly come in the order of the table, so the search goes on where the last one ended. */
static const RapportProperty *
find_property (const RapportProperty *table, guint n, const Attribute *attribute, guint *from)
{
  for (guint i = 0; i < n; i++)
    {
      guint at = *from + i < n ? *from + i : *from + i - n;

      if (!table[at].in_element && is_named (&table[at], attribute))
        {
          *from = at + 1 < n ? at + 1 : 0;
          return &table[at];
        }
    }
  return NULL;
}

/* Returns: whether the place could be brought nearer */
static gboolean
clamp_position (Reader *self, RapportElement *element, const RapportProperty *property,
                const Attribute *attribute)
{
  g_autofree char *text = dup_value (attribute);
  g_autoptr (GVariant) value = NULL;
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (*text == '\0' || *end != '\0' || strspn (text, "0123456789+-.eE") != attribute->length
      || !(fabs (number) <= FARTHEST_MEANT))
    return FALSE;
  value = g_variant_ref_sink (g_variant_new_double (CLAMP (number, -1e6, 1e6)));
  rapport_element_init_property (element, property, value);
  return TRUE;
}

static void
set_attribute (Reader *self, RapportElement *element, const RapportProperty *property,
               const Attribute *attribute)
{
  if (rapport_element_init_parsed (element, property, attribute->value, attribute->length))
    return;
  if (property->kind == RAPPORT_KIND_NUMBER)
    {
      if (clamp_position (self, element, property, attribute))
        self->repairs.far_positions++;
      else
        self->repairs.bad_positions++;
      return;
    }
  self->repairs.bad_values++;
  _rapport_reader_keep_attribute (rapport_element_init_foreign (element), attribute);
}

static void
set_attributes (Reader *self, RapportElement *element, const Attribute *attributes, guint n)
{
  guint n_properties;
  const RapportProperty *table = rapport_element_list_properties (element, &n_properties);
  guint from = 0;

  for (guint i = 0; i < n; i++)
    {
      const RapportProperty *property;

      if (attributes[i].prefix == NULL && same_name (attributes[i].name, "id")
          && element != RAPPORT_ELEMENT (self->map))
        continue;
      property = find_property (table, n_properties, &attributes[i], &from);
      if (property != NULL && !property->fixed)
        set_attribute (self, element, property, &attributes[i]);
      else if (property == NULL)
        _rapport_reader_keep_attribute (rapport_element_init_foreign (element), &attributes[i]);
    }
}

static gboolean
is_number (const char *text, gsize length)
{
  if (length == 0 || length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* "1.0": two whole numbers of at most nine digits. */
static gboolean
parse_version (const Attribute *attribute, guint64 *major, guint64 *minor)
{
  const char *point;
  gsize before;

  if (attribute == NULL || attribute->length == 0)
    return FALSE;
  point = memchr (attribute->value, '.', attribute->length);
  if (point == NULL)
    return FALSE;
  before = (gsize) (point - attribute->value);
  if (!is_number (attribute->value, before)
      || !is_number (point + 1, attribute->length - before - 1))
    return FALSE;
  *major = g_ascii_strtoull (attribute->value, NULL, 10);
  *minor = g_ascii_strtoull (point + 1, NULL, 10);
  return TRUE;
}

static gboolean
set_version (Reader *self, const Attribute *attributes, guint n)
{
  const Attribute *version = find_attribute (attributes, n, "version");
  const Attribute *min_reader = find_attribute (attributes, n, "min-reader");
  RapportElement *map = RAPPORT_ELEMENT (self->map);
  guint64 major;
  guint64 minor;

  if (!parse_version (version, &major, &minor)
      || (min_reader != NULL && !is_number (min_reader->value, min_reader->length)))
    {
      _rapport_reader_fail (self, RAPPORT_MAP_ERROR_VERSION,
                            _("“%s” has no valid version number."), self->name);
      return FALSE;
    }
  rapport_element_init_parsed (map, rapport_element_find_property (map, "version"), version->value,
                               version->length);
  self->repairs.newer_minor = major > 1 || minor > 0;
  if (min_reader == NULL)
    return TRUE;
  rapport_element_init_parsed (map, rapport_element_find_property (map, "min-reader"),
                               min_reader->value, min_reader->length);
  if (rapport_element_get_level (map, "min-reader") > RAPPORT_FORMAT_READER)
    {
      self->repairs.needs_reader = dup_value (min_reader);
      self->read_only = TRUE;
    }
  return TRUE;
}

gboolean
_rapport_reader_start_root (Reader *self, const char *name, const char *uri,
                            const Attribute *attributes, guint n)
{
  Frame *frame;

  if (strcmp (name, "graphml") == 0)
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_GRAPHML, _("“%s” is a GraphML file. Import it?"),
                          self->name);
  else if (strcmp (name, "map") != 0 || g_strcmp0 (uri, RAPPORT_NAMESPACE) != 0)
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_NOT_A_MAP, _("“%s” is not a map (found <%s>)."),
                          self->name, name);
  else if (set_version (self, attributes, n))
    {
      self->seen_root = TRUE;
      self->namespace = uri;
      frame = _rapport_reader_push (self, FRAME_MAP);
      open_element (frame, RAPPORT_ELEMENT (self->map));
      set_attributes (self, frame->element, attributes, n);
    }
  return self->error == NULL;
}

static void
count_child (Frame *frame, guint index, const char *name)
{
  frame->last_name = name;
  if (index < MAX_CHILD_KINDS)
    frame->last_count = ++frame->counts[index];
}

gboolean
_rapport_reader_start_container (Reader *self, const char *name, const Attribute *attributes, guint n)
{
  const RapportListInfo *list = rapport_list_info_find_container (name);
  Frame *top = _rapport_reader_top (self);
  Frame *frame;

  if (list == NULL)
    return FALSE;
  count_child (top, list->list, list->container);
  frame = _rapport_reader_push (self, FRAME_CONTAINER);
  frame->list = list;
  _rapport_reader_keep_container_attributes (self, list->list, top->counts[list->list] > 1, attributes, n);
  return TRUE;
}

/* The old id with the first number that is free, so that opening the file twice gives the same map. */
static char *
make_free_id (Reader *self, const char *base)
{
  g_autofree char *stem = g_strndup (base, 240);
  guint number;
  char *id;

  if (self->next_numbers == NULL)
    self->next_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  number = MAX (2u, GPOINTER_TO_UINT (g_hash_table_lookup (self->next_numbers, stem)));
  while (rapport_map_lookup (self->map, id = g_strdup_printf ("%s-%u", stem, number++)) != NULL)
    g_free (id);
  g_hash_table_replace (self->next_numbers, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
  return id;
}

static char *
choose_id (Reader *self, const RapportListInfo *list, const Attribute *attribute)
{
  g_autofree char *id = dup_value (attribute);

  if (id == NULL || !rapport_id_is_valid (id, -1))
    {
      self->repairs.invalid_ids++;
      return make_free_id (self, list->element);
    }
  if (rapport_map_lookup (self->map, id) != NULL)
    {
      if (self->repairs.duplicate_ids++ == 0)
        self->repairs.duplicate_id = g_strdup (id);
      return make_free_id (self, id);
    }
  return g_steal_pointer (&id);
}

gboolean
_rapport_reader_start_element (Reader *self, const char *name, const Attribute *attributes, guint n)
{
  const RapportListInfo *list = _rapport_reader_top (self)->list;
  g_autofree char *id = NULL;
  Frame *frame;

  if (strcmp (name, list->element) != 0)
    return FALSE;
  id = choose_id (self, list, find_attribute (attributes, n, "id"));
  frame = _rapport_reader_push (self, FRAME_ELEMENT);
  frame->list = list;
  open_element (frame, g_object_new (list->get_type (), NULL));
  rapport_element_init_id (frame->element, id);
  set_attributes (self, frame->element, attributes, n);
  /* It joins the map at once: what comes after may have the same id. */
  rapport_map_add (self->map, frame->element);
  return TRUE;
}

static void
set_reading_attribute (Reader *self, RapportReading *reading, const Attribute *attribute, guint *from)
{
  const RapportProperty *field
      = find_property (reading->kind->properties, reading->kind->n_properties, attribute, from);

  if (field != NULL
      && rapport_reading_init_field (reading, field, attribute->value, attribute->length))
    return;
  if (field != NULL)
    self->repairs.bad_values++;
  _rapport_reader_keep_attribute (rapport_reading_init_foreign (reading), attribute);
}

static gboolean
is_plain_attribute (const Attribute *attribute, const char *name)
{
  return attribute->prefix == NULL && same_name (attribute->name, name);
}

/* What a reading is of. Returns: %FALSE where that cannot be told, or there is one already */
static gboolean
find_reading_of (RapportElement *element, const Attribute *attributes, guint n, Frame *of)
{
  for (guint i = 0; i < n; i++)
    {
      if (of->phase == NULL && is_plain_attribute (&attributes[i], "phase"))
        of->phase = dup_value (&attributes[i]);
      else if (of->perspective == NULL && is_plain_attribute (&attributes[i], "perspective"))
        of->perspective = dup_value (&attributes[i]);
    }
  if (of->phase != NULL && *of->phase != '\0'
      && (of->perspective == NULL || *of->perspective != '\0')
      && rapport_element_get_reading (element, of->phase, of->perspective) == NULL)
    return TRUE;
  g_free (of->phase);
  g_free (of->perspective);
  return FALSE;
}

/* A reading of nothing, or a second one of the same, is kept as it is. */
static gboolean
start_reading (Reader *self, RapportElement *element, const RapportReadingKind *kind,
               const Attribute *attributes, guint n)
{
  Frame of = { 0 };
  Frame *frame;
  guint from = 0;
  guint n_readings;

  rapport_element_list_readings (element, &n_readings);
  if (n_readings >= MAX_READINGS)
    return FALSE;
  if (!find_reading_of (element, attributes, n, &of))
    return FALSE;
  frame = _rapport_reader_push (self, FRAME_READING);
  frame->element = element;
  frame->phase = of.phase;
  frame->perspective = of.perspective;
  frame->reading = rapport_reading_new (kind);
  frame->table = kind->properties;
  frame->n_properties = kind->n_properties;
  for (guint i = 0; i < n; i++)
    if (!is_plain_attribute (&attributes[i], "phase")
        && !is_plain_attribute (&attributes[i], "perspective"))
      set_reading_attribute (self, frame->reading, &attributes[i], &from);
  return TRUE;
}

static void
add_cell (Reader *self, const char *text, gsize length)
{
  g_string_append_len (self->cells, text, (gssize) length);
  g_string_append_c (self->cells, '\0');
}

/* A record is its columns, its text and its unknown attributes, as XML. */
static void
start_record (Reader *self, const RapportProperty *property, const Attribute *attributes, guint n)
{
  Record record = { property, self->cells->len, 0 };
  guint n_known = 0;

  for (const char *const *column = property->columns; *column != NULL; column++)
    {
      const Attribute *attribute = find_attribute (attributes, n, *column);

      n_known += attribute != NULL;
      if (attribute != NULL)
        add_cell (self, attribute->value, attribute->length);
      else
        add_cell (self, "", 0);
    }
  g_string_truncate (self->unknown, 0);
  for (guint i = 0; n_known < n && i < n; i++)
    if (attributes[i].prefix != NULL
        || !g_strv_contains (property->columns, attributes[i].name))
      {
        g_autofree char *name = _rapport_reader_qualified_name (&attributes[i]);

        rapport_raw_xml_append_attribute (self->unknown, name, attributes[i].value,
                                          (gssize) attributes[i].length);
      }
  g_array_append_val (self->records, record);
}

static gboolean
start_property (Reader *self, const RapportProperty *property, guint index,
                const Attribute *attributes, guint n)
{
  Frame *top = _rapport_reader_top (self);
  Frame *frame;

  /* One text is one element; what is said twice is kept as it is. */
  if (property->kind != RAPPORT_KIND_RECORDS && index < MAX_CHILD_KINDS && top->counts[index] > 0)
    return FALSE;
  count_child (top, index, rapport_property_get_xml_name (property));
  frame = _rapport_reader_push (self, FRAME_TEXT);
  frame->element = top->element;
  frame->reading = top->kind == FRAME_READING ? top->reading : NULL;
  frame->property = property;
  g_string_truncate (self->text, 0);
  if (property->kind == RAPPORT_KIND_RECORDS)
    start_record (self, property, attributes, n);
  else
    for (guint i = 0; i < n; i++)
      _rapport_reader_keep_attribute_of_text (rapport_element_init_foreign (top->element), property, &attributes[i]);
  return TRUE;
}

static gboolean
is_reading_name (const RapportReadingKind *kind, const char *name)
{
  return kind != NULL && same_name (kind->xml_name, name);
}

/* Whether an element of ours with this name means something in @frame; in a list, that is for its members to say. */
gboolean
_rapport_reader_knows_child (Reader *self, Frame *frame, const char *name)
{
  if (frame->kind == FRAME_CONTAINER)
    return FALSE;
  if (frame->kind == FRAME_MAP && rapport_list_info_find_container (name) != NULL)
    return TRUE;
  if (is_reading_name (frame->kind_of_reading, name))
    return TRUE;
  for (guint i = 0; i < frame->n_properties; i++)
    if (frame->table[i].in_element
        && same_name (rapport_property_get_xml_name (&frame->table[i]), name))
      return TRUE;
  return FALSE;
}

gboolean
_rapport_reader_start_child (Reader *self, const char *name, const Attribute *attributes, guint n)
{
  Frame *top = _rapport_reader_top (self);
  const RapportReadingKind *kind = top->kind_of_reading;
  /* The map's containers come first in its counts. */
  guint base = top->kind == FRAME_MAP ? RAPPORT_N_LISTS : 0;

  if (is_reading_name (kind, name))
    {
      if (!start_reading (self, top->element, kind, attributes, n))
        return FALSE;
      count_child (top, MAX_CHILD_KINDS - 1, kind->xml_name);
      return TRUE;
    }
  for (guint i = 0; i < top->n_properties; i++)
    if (top->table[i].in_element
        && same_name (rapport_property_get_xml_name (&top->table[i]), name))
      return start_property (self, &top->table[i], base + i, attributes, n);
  return FALSE;
}

static void
watch_length (Reader *self, const RapportProperty *property)
{
  gsize limit = property->max_length > 0 ? property->max_length : RAPPORT_NOTE_LIMIT;

  if (self->text->len <= limit)
    return;
  if (property->max_length > 0)
    self->repairs.long_labels++;
  else
    self->repairs.long_notes++;
}

/* The text stands between the columns and the unknown attributes. */
static void
end_record (Reader *self)
{
  Record *record = &g_array_index (self->records, Record, self->records->len - 1);

  add_cell (self, self->text->str, self->text->len);
  add_cell (self, self->unknown->str, self->unknown->len);
  record->end = self->cells->len;
}

static void
set_records (Reader *self, Frame *frame, const RapportProperty *property)
{
  gpointer holder = frame->kind == FRAME_READING ? (gpointer) frame->reading : (gpointer) frame->element;
  guint n = 0;

  g_string_truncate (self->same, 0);
  for (guint i = frame->first_record; i < self->records->len; i++)
    {
      const Record *record = &g_array_index (self->records, Record, i);

      if (record->property != property)
        continue;
      n++;
      g_string_append_len (self->same, self->cells->str + record->start,
                           (gssize) (record->end - record->start));
    }
  if (n > 0)
    rapport_field_take_records (property, holder,
                                rapport_records_pack (self->same->str, g_strv_length ((char **) property->columns) + 2,
                                                      n));
}

static void
take_records (Reader *self, Frame *frame)
{
  if (self->records->len == frame->first_record)
    return;
  for (guint i = 0; i < frame->n_properties; i++)
    if (frame->table[i].kind == RAPPORT_KIND_RECORDS)
      set_records (self, frame, &frame->table[i]);
  g_string_truncate (self->cells, g_array_index (self->records, Record, frame->first_record).start);
  g_array_set_size (self->records, frame->first_record);
}

static void
end_text (Reader *self, Frame *frame)
{
  watch_length (self, frame->property);
  if (frame->property->kind == RAPPORT_KIND_RECORDS)
    end_record (self);
  else if (frame->reading != NULL)
    rapport_reading_init_field (frame->reading, frame->property, self->text->str,
                                self->text->len);
  else
    rapport_element_init_parsed (frame->element, frame->property, self->text->str,
                                 self->text->len);
}

void
_rapport_reader_end_frame (Reader *self)
{
  Frame *frame = _rapport_reader_top (self);

  if (frame == NULL)
    return;
  if (frame->kind == FRAME_TEXT)
    end_text (self, frame);
  else
    take_records (self, frame);
  if (frame->kind == FRAME_READING)
    rapport_element_init_reading (frame->element, frame->phase, frame->perspective,
                                  g_steal_pointer (&frame->reading));
  if (frame->kind == FRAME_ELEMENT)
    (frame - 1)->last_id = rapport_element_get_id (frame->element);
  _rapport_reader_pop (self);
}
