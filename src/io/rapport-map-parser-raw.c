/* rapport-map-parser-raw.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts that the reader does not know, put together again as XML from what the parser says of them.
 */
#include "rapport-map-parser-private.h"

#include <string.h>

#include "rapport-raw-xml.h"

/* With entities left alone, libxml2 hands an escaped ampersand of an attribute over as "&#38;". */
char *
_rapport_reader_decode (const char *value, gsize *length)
{
  static const char escaped[] = "&#38;";
  const gsize escaped_length = sizeof escaped - 1;
  GString *out = g_string_sized_new (*length);
  /* The parser gives an empty value as NULL, to which nothing may be added, not even nothing. */
  const char *end = *length > 0 ? value + *length : value;

  while (value != end)
    {
      const char *found = memmem (value, (gsize) (end - value), escaped, escaped_length);

      g_string_append_len (out, value, (found != NULL ? found : end) - value);
      if (found == NULL)
        break;
      g_string_append_c (out, '&');
      value = found + escaped_length;
    }
  *length = out->len;
  return g_string_free (out, FALSE);
}

/* The names of namespaces come so too. Returns: (transfer full): "" for none */
char *
_rapport_reader_decode_uri (const char *uri)
{
  const char *given = uri != NULL ? uri : "";
  gsize length = strlen (given);

  return _rapport_reader_decode (given, &length);
}

static char *
qualified (const char *prefix, const char *name)
{
  return prefix != NULL ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);
}

void
_rapport_reader_raw_start (Reader *self, const char *name, const char *prefix, const char *uri,
                           int n_namespaces, const xmlChar **namespaces,
                           const Attribute *attributes, guint n_attributes)
{
  g_autofree char *qname = qualified (prefix, name);
  gboolean declares_default = FALSE;

  g_string_append_c (self->raw, '<');
  g_string_append (self->raw, qname);
  for (int i = 0; i < n_namespaces; i++)
    {
      const char *ns_prefix = (const char *) namespaces[2 * i];
      g_autofree char *ns_uri = _rapport_reader_decode_uri ((const char *) namespaces[2 * i + 1]);
      g_autofree char *declared = qualified (ns_prefix != NULL ? "xmlns" : NULL,
                                             ns_prefix != NULL ? ns_prefix : "xmlns");

      declares_default |= ns_prefix == NULL;
      rapport_raw_xml_append_attribute (self->raw, declared, ns_uri, -1);
    }
  /* Round it stands our namespace as the default one, which need not be so in the file. */
  if (self->raw_depth == 0 && prefix == NULL && !declares_default
      && g_strcmp0 (uri, RAPPORT_NAMESPACE) != 0)
    {
      g_autofree char *ns_uri = _rapport_reader_decode_uri (uri);

      rapport_raw_xml_append_attribute (self->raw, "xmlns", ns_uri, -1);
    }
  for (guint i = 0; i < n_attributes; i++)
    {
      g_autofree char *attribute = qualified (attributes[i].prefix, attributes[i].name);

      rapport_raw_xml_append_attribute (self->raw, attribute, attributes[i].value,
                                        (gssize) attributes[i].length);
    }
  g_string_append_c (self->raw, '>');
  self->raw_opened = self->raw->len;
  self->raw_depth++;
}

void
_rapport_reader_raw_end (Reader *self, const char *name, const char *prefix)
{
  g_autofree char *qname = qualified (prefix, name);

  /* <a></a> is written <a/>. */
  if (self->raw->len == self->raw_opened)
    {
      g_string_truncate (self->raw, self->raw->len - 1);
      g_string_append (self->raw, "/>");
    }
  else
    g_string_append_printf (self->raw, "</%s>", qname);
  if (--self->raw_depth == 0)
    {
      if (self->raw_known)
        _rapport_reader_keep_known (self, self->raw->str);
      else
        _rapport_reader_keep_raw (self, self->raw->str);
      g_string_truncate (self->raw, 0);
    }
}
