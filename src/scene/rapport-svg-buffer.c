/* rapport-svg-buffer.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-svg-buffer-private.h"

#include <math.h>
#include <string.h>

/* Numbers are written in hundredths of a map unit. */
#define UNIT 100
/* No coordinate that means anything lies further out; the rest is kept from overflowing. */
#define FURTHEST 1e9
/* Room for a number: sign, digits, point, decimals. */
#define NUMBER_ROOM 32

void
_rapport_svg_buffer_init (RapportSvgBuffer *self, gsize room)
{
  self->data = g_malloc (room);
  self->length = 0;
  self->room = room;
}

void
_rapport_svg_buffer_clear (RapportSvgBuffer *self)
{
  g_clear_pointer (&self->data, g_free);
  self->length = self->room = 0;
}

/* Returns: (transfer full): what was written; the buffer is empty then */
GBytes *
_rapport_svg_buffer_finish (RapportSvgBuffer *self)
{
  GBytes *bytes = g_bytes_new_take (g_realloc (self->data, MAX (self->length, 1)), self->length);

  self->data = NULL;
  self->length = self->room = 0;
  return bytes;
}

static inline void
make_room (RapportSvgBuffer *self, gsize more)
{
  if (G_LIKELY (self->room - self->length >= more))
    return;
  self->room = MAX (self->room * 2, self->length + more);
  self->data = g_realloc (self->data, self->room);
}

static void
add_bytes (RapportSvgBuffer *self, const char *bytes, gsize n)
{
  make_room (self, n);
  memcpy (self->data + self->length, bytes, n);
  self->length += n;
}

/* As it is: markup, or what is known to need no escaping. */
void
_rapport_svg_buffer_add (RapportSvgBuffer *self, const char *text)
{
  add_bytes (self, text, strlen (text));
}

void
_rapport_svg_buffer_add_char (RapportSvgBuffer *self, char c)
{
  add_bytes (self, &c, 1);
}

/* Writes the digits of @whole before @end, and returns where they begin. */
static char *
write_digits (char *end, guint64 whole)
{
  do
    *--end = (char) ('0' + whole % 10);
  while ((whole /= 10) > 0);
  return end;
}

/* What is no number is written as 0, so that the file stays one that can be drawn. */
void
_rapport_svg_buffer_add_number (RapportSvgBuffer *self, double number)
{
  char text[NUMBER_ROOM], *end = text + sizeof text, *start = end;
  double clamped = isfinite (number) ? CLAMP (number, -FURTHEST, FURTHEST) : 0;
  gint64 units = (gint64) floor (clamped * UNIT + 0.5);
  guint64 size = (guint64) ABS (units);
  guint rest = (guint) (size % UNIT);

  if (rest % 10 != 0)
    *--start = (char) ('0' + rest % 10);
  if (rest != 0)
    {
      *--start = (char) ('0' + rest / 10);
      *--start = '.';
    }
  start = write_digits (start, size / UNIT);
  if (units < 0)
    *--start = '-';
  add_bytes (self, start, (gsize) (end - start));
}

/* Red, green and blue; the alpha is an attribute of its own. */
void
_rapport_svg_buffer_add_colour (RapportSvgBuffer *self, RapportColour colour)
{
  static const char digits[] = "0123456789abcdef";
  char text[7] = { '#' };

  for (guint i = 0; i < 6; i++)
    text[1 + i] = digits[colour >> (28 - 4 * i) & 0xF];
  add_bytes (self, text, sizeof text);
}

static const char *
get_entity (guchar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return c < 0x20 && c != '\n' ? " " : NULL;
    }
}

/* U+FFFE and U+FFFF are valid UTF-8 and not XML. */
static gboolean
is_noncharacter (const char *p)
{
  return (guchar) p[0] == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE;
}

/* @text is valid UTF-8. What a text node or an attribute cannot hold is escaped; control characters, which XML
 * cannot hold at all, become spaces. */
void
_rapport_svg_buffer_add_text (RapportSvgBuffer *self, const char *text)
{
  const char *from = text, *p = text;

  for (; *p != '\0'; p++)
    {
      gboolean bad = is_noncharacter (p);
      const char *entity = bad ? "\357\277\275" : get_entity ((guchar) *p);

      if (entity == NULL)
        continue;
      add_bytes (self, from, (gsize) (p - from));
      _rapport_svg_buffer_add (self, entity);
      p += bad ? 2 : 0;
      from = p + 1;
    }
  add_bytes (self, from, (gsize) (p - from));
}
