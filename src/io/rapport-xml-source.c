/* rapport-xml-source.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at bytes before a parser sees them: what is plainly no map gets its sentence here, other encodings
 * become UTF-8, and tags that would make the parser crawl are refused. (libxml2 before 2.12 compares every
 * attribute of a tag with every other.)
 */
#include "rapport-xml-source.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-map-error.h"

/* The shortest attribute, ` a=""`, has five bytes: a tag shorter than this cannot hold too many. */
#define SHORTEST_LONG_TAG (RAPPORT_MAX_ATTRIBUTES * 5)
#define MAX_VALUE ((gsize) RAPPORT_MAX_VALUE_MIB * 1024 * 1024)
/* So many NULs together are what a file system leaves behind, not what somebody wrote. */
#define NULS_OF_A_POWER_CUT 16

static guint
line_of (const char *data, const char *at)
{
  guint line = 1;

  for (const char *p = data; (p = memchr (p, '\n', (gsize) (at - p))) != NULL; p++)
    line++;
  return line;
}

static gboolean
is_blank (const char *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isspace (data[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_damaged_by_power_cut (const char *data, gsize size, const char *nul)
{
  gsize run = 0;

  for (const char *p = nul; p < data + size; p++)
    {
      run = *p == '\0' ? run + 1 : 0;
      if (run == NULS_OF_A_POWER_CUT)
        return TRUE;
    }
  return run == (gsize) (data + size - nul);
}

static gboolean
has_byte_order_mark_16 (const char *data, gsize size)
{
  return size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0);
}

static gboolean
check_start (const char *data, gsize size, const char *name, GError **error)
{
  const char *nul;

  if (is_blank (data, size))
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_EMPTY, _("“%s” is empty."), name);
      return FALSE;
    }
  if (size >= 2 && memcmp (data, "\x1F\x8B", 2) == 0)
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_COMPRESSED,
                   _("“%s” is compressed. Unpack it first, then open it."), name);
      return FALSE;
    }
  nul = has_byte_order_mark_16 (data, size) ? NULL : memchr (data, '\0', size);
  if (nul != NULL && is_damaged_by_power_cut (data, size, nul))
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_DAMAGED,
                   _("“%s” contains no map: the file seems to have been damaged by a power cut."),
                   name);
      return FALSE;
    }
  if (nul != NULL)
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_XML,
                   _("“%s” is not valid XML (line %u)."), name, line_of (data, nul));
      return FALSE;
    }
  return TRUE;
}

/* The name in <?xml … encoding="NAME"?>, where it is another than UTF-8. */
static char *
find_declared_encoding (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, 256));
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *encoding = NULL;

  if (!g_str_has_prefix (head, "<?xml"))
    return NULL;
  regex = g_regex_new ("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']",
                       G_REGEX_RAW, 0, NULL);
  if (!g_regex_match (regex, head, 0, &match))
    return NULL;
  encoding = g_match_info_fetch (match, 1);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    return NULL;
  return g_steal_pointer (&encoding);
}

static GBytes *
convert (const char *data, gsize size, const char *encoding, const char *name, GError **error)
{
  gsize length = 0;
  char *text = g_convert (data, (gssize) size, "UTF-8", encoding, NULL, &length, NULL);

  if (text == NULL)
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_XML,
                   _("“%s” is not written in the encoding that it names (%s)."), name, encoding);
      return NULL;
    }
  if (memchr (text, '\0', length) != NULL)
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_XML,
                   _("“%s” is not valid XML (line %u)."), name,
                   line_of (text, memchr (text, '\0', length)));
      g_free (text);
      return NULL;
    }
  return g_bytes_new_take (text, length);
}

static GBytes *
to_utf8 (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *encoding = NULL;

  if (has_byte_order_mark_16 (data, size))
    return convert (data, size, "UTF-16", name, error);
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, size - 3);
  encoding = find_declared_encoding (data, size);
  if (encoding != NULL)
    return convert (data, size, encoding, name, error);
  return g_bytes_ref (bytes);
}

/* Counts the '=' outside quotes from @tag, a '<', to the tag's end. */
static guint
count_attributes (const char *tag, const char *end)
{
  char quote = '\0';
  guint n = 0;

  for (const char *p = tag; p < end; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '=')
        n++;
      else if (*p == '>')
        break;
    }
  return n;
}

/* A '<' in a comment, a CDATA section or an instruction is no tag. Returns: where that ends */
static const char *
skip_what_is_no_tag (const char *at, const char *end)
{
  static const struct
  {
    const char *start;
    const char *end;
  } kinds[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((gsize) (end - at) >= strlen (kinds[i].start)
        && memcmp (at, kinds[i].start, strlen (kinds[i].start)) == 0)
      {
        const char *found = memmem (at, (gsize) (end - at), kinds[i].end, strlen (kinds[i].end));

        return found != NULL ? found : end;
      }
  return at + 1;
}

/* Too many elements are counted here as well as by the reader, which would first build what it then throws away. */
static gboolean
starts_element (const char *tag, const char *end)
{
  return tag + 1 < end && tag[1] != '/' && tag[1] != '!' && tag[1] != '?';
}

/* Attribute values cannot hold a '<', so what lies between two of them is all that a tag can be. */
static gboolean
check_tags (const char *data, gsize size, const char *name, GError **error)
{
  const char *end = data + size;
  const char *tag = memchr (data, '<', size);
  guint n_elements = 0;

  while (tag != NULL)
    {
      const char *from = skip_what_is_no_tag (tag, end);
      const char *next = memchr (from, '<', (gsize) (end - from));
      gsize length = (gsize) ((next != NULL ? next : end) - tag);

      if (length > MAX_VALUE)
        {
          g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_TOO_LARGE,
                       _("“%s” is too large (limit %d MiB for one text, line %u)."), name,
                       RAPPORT_MAX_VALUE_MIB, line_of (data, tag));
          return FALSE;
        }
      if (length > SHORTEST_LONG_TAG && (g_ascii_isalpha (tag[1]) || tag[1] == '_')
          && count_attributes (tag, tag + length) > RAPPORT_MAX_ATTRIBUTES)
        {
          g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_TOO_MANY,
                       _("“%s” has too many attributes in line %u."), name, line_of (data, tag));
          return FALSE;
        }
      if (starts_element (tag, end) && ++n_elements > RAPPORT_MAX_ELEMENTS)
        {
          g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_TOO_MANY,
                       _("“%s” has more than 1 000 000 elements."), name);
          return FALSE;
        }
      tag = next;
    }
  return TRUE;
}

/**
 * rapport_xml_source_prepare:
 * @name: the file's name, as shown to people
 *
 * Returns: (transfer full) (nullable): UTF-8 without a mark, fit for the parser; %NULL with @error where the
 *   bytes are plainly no map
 */
GBytes *
rapport_xml_source_prepare (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  const char *data;
  gsize size;

  data = g_bytes_get_data (bytes, &size);
  if (!check_start (data, size, name, error))
    return NULL;
  text = to_utf8 (bytes, name, error);
  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  if (!check_tags (data, size, name, error))
    return NULL;
  return g_steal_pointer (&text);
}
