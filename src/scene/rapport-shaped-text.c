/* rapport-shaped-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-shaped-text-private.h"

#include <string.h>

/* Adds up what the characters of an item advance. */
static void
add_item (PangoItem *item, const char *text, int length, const PangoLogAttr *attrs, double *widths)
{
  int n = item->num_chars, first = (int) g_utf8_strlen (text, item->offset);
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };
  g_autofree int *advances = g_new0 (int, n);

  pango_shape_item (item, text, length, (PangoLogAttr *) attrs + first, run.glyphs, PANGO_SHAPE_NONE);
  pango_glyph_item_get_logical_widths (&run, text, advances);
  for (int i = 0; i < n; i++)
    widths[first + i] += (double) advances[i] / PANGO_SCALE;
  pango_glyph_string_free (run.glyphs);
}

/* A layout would do the same, and measure how high everything is besides, which takes longer than the rest. */
static void
add_items (PangoContext *context, const char *text, int length, const PangoLogAttr *attrs, double *widths)
{
  PangoAttrList *none = pango_attr_list_new ();
  GList *items = pango_itemize (context, text, 0, length, none, NULL);

  for (GList *l = items; l != NULL; l = l->next)
    add_item (l->data, text, length, attrs, widths);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  pango_attr_list_unref (none);
}

/* @context: with the font. @text: one line. Returns: (transfer full) */
RapportShapedText *
_rapport_shaped_text_new (PangoContext *context, const char *text)
{
  RapportShapedText *self = g_new0 (RapportShapedText, 1);
  int length = (int) strlen (text);

  self->text = g_strdup (text);
  self->n = (int) g_utf8_strlen (text, length);
  self->attrs = g_new0 (PangoLogAttr, self->n + 1);
  pango_get_log_attrs (self->text, length, -1, pango_context_get_language (context), self->attrs, self->n + 1);
  self->sums = g_new0 (double, self->n + 2);
  self->starts = g_new (char *, self->n + 1);
  self->starts[0] = self->text;
  for (int i = 1; i <= self->n; i++)
    self->starts[i] = g_utf8_next_char (self->starts[i - 1]);
  add_items (context, self->text, length, self->attrs, self->sums + 1);
  for (int i = 1; i <= self->n; i++)
    self->sums[i] += self->sums[i - 1];
  return self;
}

void
_rapport_shaped_text_free (RapportShapedText *self)
{
  g_free (self->text);
  g_free (self->attrs);
  g_free (self->sums);
  g_free (self->starts);
  g_free (self);
}

/* Spaces at the end of a line take no room. Returns: where the line ends without them */
int
_rapport_shaped_text_trim (const RapportShapedText *self, int from, int to)
{
  while (to > from && self->attrs[to - 1].is_white)
    to--;
  return to;
}

double
_rapport_shaped_text_get_width (const RapportShapedText *self, int from, int to)
{
  return self->sums[_rapport_shaped_text_trim (self, from, to)] - self->sums[from];
}

/* Of what cannot be broken but between letters. */
double
_rapport_shaped_text_get_widest_word (const RapportShapedText *self)
{
  double widest = 0;
  int from = 0;

  for (int i = 1; i <= self->n; i++)
    if (i == self->n || self->attrs[i].is_line_break)
      {
        widest = MAX (widest, _rapport_shaped_text_get_width (self, from, i));
        from = i;
      }
  return widest;
}
