/* rapport-shaped-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-shaped-text-private.h"

/* Adds up what the characters of a run advance. */
static void
add_run (PangoGlyphItem *run, const char *text, double *widths)
{
  int n = run->item->num_chars;
  int first = (int) g_utf8_strlen (text, run->item->offset);
  g_autofree int *advances = g_new0 (int, n);

  pango_glyph_item_get_logical_widths (run, text, advances);
  for (int i = 0; i < n; i++)
    widths[first + i] += (double) advances[i] / PANGO_SCALE;
}

/* @layout: the text on one line. Returns: (transfer full) */
RapportShapedText *
_rapport_shaped_text_new (PangoLayout *layout)
{
  RapportShapedText *self = g_new0 (RapportShapedText, 1);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  const PangoLogAttr *attrs;
  int positions;

  self->text = g_strdup (pango_layout_get_text (layout));
  attrs = pango_layout_get_log_attrs_readonly (layout, &positions);
  self->attrs = g_memdup2 (attrs, (gsize) positions * sizeof *attrs);
  self->n = positions - 1;
  self->sums = g_new0 (double, positions + 1);
  self->starts = g_new (char *, positions);
  self->starts[0] = self->text;
  for (int i = 1; i <= self->n; i++)
    self->starts[i] = g_utf8_next_char (self->starts[i - 1]);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    add_run (l->data, self->text, self->sums + 1);
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
