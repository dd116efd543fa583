/* rapport-shaped-text-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* A text that was shaped as one line, as far as lines are broken by it. Positions lie before characters, 0 … n.
 * Never changes. */
typedef struct
{
  char *text;          /* owned */
  PangoLogAttr *attrs; /* owned: n + 1 */
  int n;
  double *sums;        /* owned: [i] is the width of all before position i, whatever the order on the line */
  char **starts;       /* owned: where each character begins; borrowed from the text */
} RapportShapedText;

RapportShapedText *_rapport_shaped_text_new  (PangoContext *context, const char *text);
void               _rapport_shaped_text_free (RapportShapedText *self);
int                _rapport_shaped_text_trim (const RapportShapedText *self, int from, int to);
double             _rapport_shaped_text_get_width (const RapportShapedText *self, int from, int to);
double             _rapport_shaped_text_get_widest_word (const RapportShapedText *self);

G_END_DECLS
