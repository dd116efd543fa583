/* rapport-raw-xml.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-raw-xml.h"

#include <string.h>

/* What a parser would take for something else, or, in attributes, make a space of. */
static const char *
escape_of (char c, gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean in_attribute)
{
  gsize from = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *escape;

      /* Everything that is escaped is at most '>'. */
      if ((guchar) text[i] > '>')
        continue;
      escape = escape_of (text[i], in_attribute);
      if (escape == NULL)
        continue;
      g_string_append_len (out, text + from, (gssize) (i - from));
      g_string_append (out, escape);
      from = i + 1;
    }
  g_string_append_len (out, text + from, (gssize) (length - from));
}

static gboolean
needs_escape (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] <= '>' && escape_of (text[i], TRUE) != NULL)
      return TRUE;
  return FALSE;
}

/* @length: in bytes, or -1 */
void
rapport_raw_xml_append_text (GString *out, const char *text, gssize length)
{
  append_escaped (out, text, length < 0 ? strlen (text) : (gsize) length, FALSE);
}

/* Appends ` name="value"`. @length: of @value in bytes, or -1 */
void
rapport_raw_xml_append_attribute (GString *out, const char *name, const char *value, gssize length)
{
  gsize n_name = strlen (name);
  gsize n = length < 0 ? strlen (value) : (gsize) length;
  char *at;

  if (needs_escape (value, n))
    {
      g_string_append_printf (out, " %s=\"", name);
      append_escaped (out, value, n, TRUE);
      g_string_append_c (out, '"');
      return;
    }
  /* Nearly all of them: room is made once. */
  g_string_set_size (out, out->len + n_name + n + strlen (" =\"\""));
  at = out->str + out->len - n_name - n - strlen (" =\"\"");
  *at++ = ' ';
  at = (char *) memcpy (at, name, n_name) + n_name;
  *at++ = '=';
  *at++ = '"';
  at = (char *) memcpy (at, value, n) + n;
  *at = '"';
}
