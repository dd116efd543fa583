/* rapport-line-breaker-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-shaped-text-private.h"

G_BEGIN_DECLS

#define RAPPORT_ELLIPSIS "\342\200\246"

char  *_rapport_line_breaker_clip (const char *text, gboolean *cut);
char **_rapport_line_breaker_run  (const RapportShapedText *shaped, gboolean cut, double max_width, guint max_lines,
                                   double ellipsis, double *widths);

G_END_DECLS
