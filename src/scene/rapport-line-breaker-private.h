/* rapport-line-breaker-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

#define RAPPORT_ELLIPSIS "\342\200\246"

char  *_rapport_line_breaker_clip (const char *text, gboolean *cut);
char **_rapport_line_breaker_run  (PangoLayout *layout, gboolean cut, double max_width, guint max_lines,
                                   double ellipsis);

G_END_DECLS
