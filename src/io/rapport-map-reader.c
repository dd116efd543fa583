/* rapport-map-reader.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events of the parser: limits, foreign parts kept as raw XML, and everything else handed to the
 * builder. SAX, not a tree: a tree costs ten times the time on a large map.
 */
#include "rapport-map-parser-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "rapport-raw-xml.h"
#include "rapport-text.h"
#include "rapport-xml-source.h"

guint
_rapport_reader_line (Reader *self)
{
  int line = self->parser->input != NULL ? self->parser->input->line : 0;

  return line > 0 ? (guint) line : 1;
}

/* The first reason counts; the parser goes no further. */
void
_rapport_reader_fail (Reader *self, RapportMapError code, const char *format, ...)
{
  va_list arguments;

  if (self->error == NULL)
    {
      va_start (arguments, format);
      self->error = g_error_new_valist (RAPPORT_MAP_ERROR, (int) code, format, arguments);
      va_end (arguments);
    }
  xmlStopParser (self->parser);
}

Frame *
_rapport_reader_top (Reader *self)
{
  return self->n_frames > 0 ? &self->frames[self->n_frames - 1] : NULL;
}

Frame *
_rapport_reader_push (Reader *self, FrameKind kind)
{
  Frame *frame;

  g_assert (self->n_frames < G_N_ELEMENTS (self->frames));
  frame = &self->frames[self->n_frames++];
  memset (frame, 0, sizeof *frame);
  frame->kind = kind;
  frame->first_record = self->records->len;
  return frame;
}

void
_rapport_reader_pop (Reader *self)
{
  Frame *frame = _rapport_reader_top (self);

  if (frame->kind == FRAME_ELEMENT)
    g_clear_object (&frame->element);
  if (frame->kind == FRAME_READING)
    g_clear_pointer (&frame->reading, rapport_reading_unref);
  g_clear_pointer (&frame->phase, g_free);
  g_clear_pointer (&frame->perspective, g_free);
  self->n_frames--;
}

/* Words where only elements belong are kept too, without the white space round them. */
static void
keep_stray_text (Reader *self)
{
  g_autoptr (GString) escaped = NULL;

  if (self->stray->len == 0)
    return;
  g_strstrip (self->stray->str);
  escaped = g_string_new (NULL);
  rapport_raw_xml_append_text (escaped, self->stray->str, -1);
  g_string_truncate (self->stray, 0);
  _rapport_reader_keep_raw (self, escaped->str);
}

/* Comments and instructions cost as much to keep as elements do. */
static gboolean
count_part (Reader *self)
{
  if (++self->n_elements <= RAPPORT_MAX_ELEMENTS)
    return TRUE;
  _rapport_reader_fail (self, RAPPORT_MAP_ERROR_TOO_MANY,
                        _("“%s” has more than 1 000 000 elements."), self->name);
  return FALSE;
}

static gboolean
is_within_limits (Reader *self)
{
  if (++self->depth > RAPPORT_MAX_DEPTH)
    {
      _rapport_reader_fail (self, RAPPORT_MAP_ERROR_TOO_DEEP,
                            _("“%s” is nested too deeply (limit %d)."), self->name,
                            RAPPORT_MAX_DEPTH);
      return FALSE;
    }
  return count_part (self);
}

/* Where the parser is in the text that it is fed. */
typedef struct
{
  const char *at;
  gsize left;
} Feed;

/* @left: how many bytes may be left */
static gboolean
is_at_end (Reader *self, int left)
{
  xmlParserInputPtr input = self->parser->input;
  const Feed *feed = self->feed;

  return feed->left == 0 && input != NULL && input->end - input->cur <= left;
}

static void
fail_at_end (Reader *self, guint line)
{
  _rapport_reader_fail (self, RAPPORT_MAP_ERROR_TRUNCATED, _("“%s” ends too early (line %u)."),
                        self->name, line);
}

static gboolean
start_known (Reader *self, const char *name, const char *uri, const Attribute *attributes, guint n)
{
  Frame *top = _rapport_reader_top (self);

  /* The parser tells of a tag before it has seen whether that is whole. */
  if (top == NULL && is_at_end (self, 0))
    {
      fail_at_end (self, _rapport_reader_line (self));
      return FALSE;
    }
  if (top == NULL)
    return _rapport_reader_start_root (self, name, uri, attributes, n);
  if (uri != self->namespace && g_strcmp0 (uri, RAPPORT_NAMESPACE) != 0)
    return FALSE;
  switch (top->kind)
    {
    case FRAME_MAP:
      return _rapport_reader_start_container (self, name, attributes, n)
             || _rapport_reader_start_child (self, name, attributes, n);
    case FRAME_CONTAINER:
      return _rapport_reader_start_element (self, name, attributes, n);
    case FRAME_ELEMENT:
    case FRAME_READING:
      return _rapport_reader_start_child (self, name, attributes, n);
    case FRAME_TEXT:
    default:
      return FALSE;
    }
}

/* What is said twice, or within a text, must not come alive when the file is read again. */
static gboolean
is_known_elsewhere (Reader *self, const char *name, const char *uri)
{
  Frame *top = _rapport_reader_top (self);

  if (top == NULL || g_strcmp0 (uri, RAPPORT_NAMESPACE) != 0)
    return FALSE;
  return _rapport_reader_knows_child (self, top->kind == FRAME_TEXT ? top - 1 : top, name);
}

static void
keep_namespaces (Reader *self, int n, const xmlChar **namespaces)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *uri = _rapport_reader_decode_uri ((const char *) namespaces[2 * i + 1]);

      _rapport_reader_keep_namespace (self, (const char *) namespaces[2 * i], uri);
    }
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **raw_attributes)
{
  Reader *self = data;
  Attribute attributes[READER_MAX_ATTRIBUTES];
  g_autoptr (GPtrArray) owned = NULL;
  guint n = (guint) n_attributes;

  if (self->error != NULL || !is_within_limits (self))
    return;
  keep_stray_text (self);
  if (n > RAPPORT_MAX_ATTRIBUTES || n_namespaces > RAPPORT_MAX_ATTRIBUTES)
    {
      _rapport_reader_fail (self, RAPPORT_MAP_ERROR_TOO_MANY,
                            _("“%s” has too many attributes in line %u."), self->name,
                            _rapport_reader_line (self));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const xmlChar **raw = raw_attributes + i * 5;
      Attribute *attribute = &attributes[i];

      attribute->name = (const char *) raw[0];
      attribute->prefix = (const char *) raw[1];
      attribute->uri = (const char *) raw[2];
      attribute->value = (const char *) raw[3];
      attribute->length = (gsize) (raw[4] - raw[3]);
      if (self->has_ampersands
          && memchr (attribute->value, '&', attribute->length) != NULL)
        {
          if (owned == NULL)
            owned = g_ptr_array_new_with_free_func (g_free);
          attribute->value = _rapport_reader_decode (attribute->value, &attribute->length);
          g_ptr_array_add (owned, (gpointer) attribute->value);
        }
    }
  if (self->raw_depth == 0
      && start_known (self, (const char *) name, (const char *) uri, attributes, n))
    {
      keep_namespaces (self, n_namespaces, namespaces);
      return;
    }
  if (self->raw_depth == 0)
    self->raw_known = is_known_elsewhere (self, (const char *) name, (const char *) uri);
  if (self->error == NULL)
    _rapport_reader_raw_start (self, (const char *) name, (const char *) prefix, (const char *) uri,
                               n_namespaces, namespaces, attributes, n);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *self = data;

  if (self->error != NULL)
    return;
  keep_stray_text (self);
  self->depth--;
  if (self->raw_depth > 0)
    _rapport_reader_raw_end (self, (const char *) name, (const char *) prefix);
  else
    _rapport_reader_end_frame (self);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
on_characters (void *data, const xmlChar *text, int length)
{
  Reader *self = data;
  Frame *top = _rapport_reader_top (self);

  if (self->error != NULL || top == NULL)
    return;
  if (self->raw_depth > 0)
    rapport_raw_xml_append_text (self->raw, (const char *) text, length);
  else if (top->kind == FRAME_TEXT)
    g_string_append_len (self->text, (const char *) text, length);
  else if (self->stray->len > 0 || !is_blank ((const char *) text, (gsize) length))
    g_string_append_len (self->stray, (const char *) text, length);
}

static void
on_cdata (void *data, const xmlChar *text, int length)
{
  Reader *self = data;

  if (self->error != NULL)
    return;
  if (self->raw_depth == 0)
    {
      on_characters (data, text, length);
      return;
    }
  g_string_append (self->raw, "<![CDATA[");
  g_string_append_len (self->raw, (const char *) text, length);
  g_string_append (self->raw, "]]>");
}

static void
keep_markup (Reader *self, const char *xml)
{
  if (self->error != NULL || !count_part (self))
    return;
  keep_stray_text (self);
  if (self->raw_depth > 0)
    g_string_append (self->raw, xml);
  else
    _rapport_reader_keep_raw (self, xml);
}

static void
on_comment (void *data, const xmlChar *text)
{
  g_autofree char *xml = g_strconcat ("<!--", (const char *) text, "-->", NULL);

  keep_markup (data, xml);
}

static void
on_instruction (void *data, const xmlChar *target, const xmlChar *text)
{
  g_autofree char *xml = text != NULL
                             ? g_strconcat ("<?", (const char *) target, " ", (const char *) text,
                                            "?>", NULL)
                             : g_strconcat ("<?", (const char *) target, "?>", NULL);

  keep_markup (data, xml);
}

/* Maps have no DOCTYPE: nothing in one is read, and no entity is ever declared. */
static void
on_doctype (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  Reader *self = data;

  if (g_ascii_strcasecmp ((const char *) name, "html") == 0
      || g_ascii_strcasecmp ((const char *) name, "svg") == 0)
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_NOT_A_MAP, _("“%s” is not a map (found <%s>)."),
                          self->name, (const char *) name);
  else
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_ENTITIES,
                          _("“%s” defines text entities, which maps never use. Not opened."),
                          self->name);
}

static gboolean
is_about_encoding (int code)
{
  return code == XML_ERR_INVALID_ENCODING || code == XML_ERR_UNKNOWN_ENCODING
         || code == XML_ERR_UNSUPPORTED_ENCODING || code == XML_I18N_CONV_FAILED;
}

/* The parser's own words are for programmers; the user is told what, where and no more. */
static void
on_error (void *data, xmlErrorPtr xml_error)
{
  Reader *self = data;
  guint line;

  if (self->error != NULL || xml_error->level < XML_ERR_ERROR
      || xml_error->domain == XML_FROM_NAMESPACE)
    return;
  line = xml_error->line > 0 ? (guint) xml_error->line : _rapport_reader_line (self);
  if (is_at_end (self, 3))
    fail_at_end (self, line);
  else if (is_about_encoding (xml_error->code))
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_NOT_XML, _("“%s” is not valid UTF-8 (line %u)."),
                          self->name, line);
  else
    _rapport_reader_fail (self, RAPPORT_MAP_ERROR_NOT_XML, _("“%s” is not valid XML (line %u)."),
                          self->name, line);
}

static void
set_handlers (xmlSAXHandler *sax)
{
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = on_start;
  sax->endElementNs = on_end;
  sax->characters = on_characters;
  sax->ignorableWhitespace = on_characters;
  sax->cdataBlock = on_cdata;
  sax->comment = on_comment;
  sax->processingInstruction = on_instruction;
  sax->internalSubset = on_doctype;
  sax->serror = on_error;
}

static int
on_feed (void *data, char *buffer, int size)
{
  Feed *feed = data;
  gsize n = MIN (feed->left, (gsize) size);

  memcpy (buffer, feed->at, n);
  feed->at += n;
  feed->left -= n;
  return (int) n;
}

/* Fed in portions, the parser needs no copy of the whole text. */
static void
parse (Reader *self, GBytes *text)
{
  Feed feed;
  xmlSAXHandler sax;

  feed.at = g_bytes_get_data (text, &feed.left);
  self->has_ampersands = memchr (feed.at, '&', feed.left) != NULL;
  set_handlers (&sax);
  self->feed = &feed;
  self->parser = xmlCreateIOParserCtxt (&sax, self, on_feed, NULL, &feed, XML_CHAR_ENCODING_NONE);
  if (self->parser == NULL)
    {
      g_set_error (&self->error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_XML,
                   _("“%s” is not valid XML (line %u)."), self->name, 1);
      return;
    }
  /* Text is UTF-8 by now, whatever it declares; nothing outside it is ever looked at. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParseDocument (self->parser);
  if (self->error == NULL && (!self->parser->wellFormed || self->n_frames > 0 || !self->seen_root))
    fail_at_end (self, _rapport_reader_line (self));
  self->feed = NULL;
}

static void
reader_clear (Reader *self)
{
  while (self->n_frames > 0)
    _rapport_reader_pop (self);
  if (self->parser != NULL)
    {
      if (self->parser->myDoc != NULL)
        xmlFreeDoc (self->parser->myDoc);
      xmlFreeParserCtxt (self->parser);
    }
  g_string_free (self->text, TRUE);
  g_array_unref (self->records);
  g_string_free (self->cells, TRUE);
  g_string_free (self->unknown, TRUE);
  g_string_free (self->same, TRUE);
  g_string_free (self->stray, TRUE);
  g_string_free (self->raw, TRUE);
  g_clear_pointer (&self->next_numbers, g_hash_table_unref);
  rapport_repairs_clear (&self->repairs);
  g_clear_object (&self->map);
  g_clear_error (&self->error);
}

static RapportMapReading *
take_reading (Reader *self)
{
  RapportMapReading *reading = g_new0 (RapportMapReading, 1);

  reading->map = g_steal_pointer (&self->map);
  reading->notices = rapport_repairs_to_list (&self->repairs, self->name);
  reading->read_only = self->read_only;
  return reading;
}

/**
 * rapport_map_read:
 * @bytes: a file's content
 * @name: its name as shown to people, for the sentences
 * @error: %RAPPORT_MAP_ERROR, with one sentence for the user
 *
 * Reads the native format. Nothing outside @bytes is looked at; foreign parts are kept; what has to be mended
 * is told in the notices.
 *
 * Returns: (transfer full) (nullable): %NULL where the bytes are refused
 */
RapportMapReading *
rapport_map_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  RapportMapReading *reading = NULL;
  Reader self = { 0 };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  text = rapport_xml_source_prepare (bytes, name, error);
  if (text == NULL)
    return NULL;
  self.name = name;
  self.map = rapport_map_new ();
  self.text = g_string_new (NULL);
  self.records = g_array_new (FALSE, FALSE, sizeof (Record));
  self.cells = g_string_new (NULL);
  self.unknown = g_string_new (NULL);
  self.same = g_string_new (NULL);
  self.stray = g_string_new (NULL);
  self.raw = g_string_new (NULL);
  parse (&self, text);
  if (self.error == NULL)
    {
      _rapport_reader_finish (&self);
      reading = take_reading (&self);
    }
  else
    g_propagate_error (error, g_steal_pointer (&self.error));
  reader_clear (&self);
  return reading;
}

void
rapport_map_reading_free (RapportMapReading *self)
{
  g_clear_object (&self->map);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_free (self);
}
