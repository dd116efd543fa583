/* rapport-map-parser-foreign.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader does not know: attributes, and parts with the place that they hang on.
 */
#include "rapport-map-parser-private.h"

#include <string.h>

char *
_rapport_reader_qualified_name (const Attribute *attribute)
{
  if (attribute->prefix == NULL)
    return g_strdup (attribute->name);
  return g_strconcat (attribute->prefix, ":", attribute->name, NULL);
}

void
_rapport_reader_keep_attribute (RapportForeign *foreign, const Attribute *attribute)
{
  g_autofree char *name = _rapport_reader_qualified_name (attribute);

  rapport_foreign_add_attribute (foreign, name, attribute->value, (gssize) attribute->length);
}

/* Attributes of a text are kept with those of the element that it belongs to: "label xml:lang". */
void
_rapport_reader_keep_attribute_of_text (RapportForeign *foreign, const RapportProperty *text,
                        const Attribute *attribute)
{
  g_autofree char *qualified = _rapport_reader_qualified_name (attribute);
  g_autofree char *name = g_strconcat (rapport_property_get_xml_name (text), " ", qualified, NULL);

  rapport_foreign_add_attribute (foreign, name, attribute->value, (gssize) attribute->length);
}

static gboolean
has_attribute (const RapportForeign *foreign, const char *name)
{
  for (guint i = 0; i < rapport_foreign_count_attributes (foreign); i++)
    if (strcmp (rapport_foreign_get_attribute (foreign, i)->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What another tag said: the first one counts, and no tag may grow beyond what is read again. */
static void
borrow_attribute (RapportForeign *foreign, const char *name, const char *value, gssize length)
{
  if (rapport_foreign_count_attributes (foreign) < RAPPORT_MAX_ATTRIBUTES / 2
      && !has_attribute (foreign, name))
    rapport_foreign_add_attribute (foreign, name, value, length);
}

/* A list that comes in two pieces is one list. */
void
_rapport_reader_keep_container_attributes (Reader *self, RapportList list, gboolean is_further_piece,
                           const Attribute *attributes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      RapportForeign *foreign = rapport_map_init_container (self->map, list);
      g_autofree char *name = _rapport_reader_qualified_name (&attributes[i]);

      if (is_further_piece)
        borrow_attribute (foreign, name, attributes[i].value, (gssize) attributes[i].length);
      else
        rapport_foreign_add_attribute (foreign, name, attributes[i].value,
                                       (gssize) attributes[i].length);
    }
}

static RapportForeign *
foreign_of (Reader *self, Frame *frame)
{
  switch (frame->kind)
    {
    case FRAME_CONTAINER:
      return rapport_map_init_container (self->map, frame->list->list);
    case FRAME_READING:
      return rapport_reading_init_foreign (frame->reading);
    default:
      return rapport_element_init_foreign (frame->element);
    }
}

/* Namespaces declared on our own elements are needed by what is foreign below them. */
void
_rapport_reader_keep_namespace (Reader *self, const char *prefix, const char *uri)
{
  Frame *top = _rapport_reader_top (self);
  g_autofree char *name = NULL;

  if (top == NULL || prefix == NULL)
    return;
  name = g_strconcat ("xmlns:", prefix, NULL);
  if (top->kind == FRAME_TEXT
      || (top->kind == FRAME_CONTAINER && (top - 1)->counts[top->list->list] > 1))
    {
      if (g_strcmp0 (uri, RAPPORT_NAMESPACE) != 0)
        borrow_attribute (foreign_of (self, top->kind == FRAME_TEXT ? top - 1 : top), name,
                          uri != NULL ? uri : "", -1);
    }
  else
    rapport_foreign_add_attribute (foreign_of (self, top), name, uri != NULL ? uri : "", -1);
}

static char *
make_anchor (Reader *self, Frame *frame)
{
  if (frame == NULL)
    return g_strdup (self->seen_root ? RAPPORT_ANCHOR_EPILOG : RAPPORT_ANCHOR_PROLOG);
  if (frame->kind == FRAME_CONTAINER)
    return g_strdup (frame->last_id != NULL ? frame->last_id : "");
  if (frame->last_name == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s %u", frame->last_name, frame->last_count);
}

/* What stands inside a text hangs behind it. */
void
_rapport_reader_keep_raw (Reader *self, const char *xml)
{
  Frame *top = _rapport_reader_top (self);
  g_autofree char *anchor = NULL;
  RapportForeign *foreign;

  if (top != NULL && top->kind == FRAME_TEXT)
    top--;
  anchor = make_anchor (self, top);
  foreign = top != NULL ? foreign_of (self, top)
                        : rapport_element_init_foreign (RAPPORT_ELEMENT (self->map));
  rapport_foreign_add_child (foreign, anchor, xml);
}

/* What says something that was said before is kept as a comment, in which two hyphens must not meet. */
void
_rapport_reader_keep_known (Reader *self, const char *xml)
{
  GString *comment = g_string_new ("<!-- ");

  for (const char *p = xml; *p != '\0'; p++)
    {
      g_string_append_c (comment, *p);
      if (p[0] == '-' && p[1] == '-')
        g_string_append_c (comment, ' ');
    }
  g_string_append (comment, " -->");
  self->repairs.repeated++;
  _rapport_reader_keep_raw (self, comment->str);
  g_string_free (comment, TRUE);
}
